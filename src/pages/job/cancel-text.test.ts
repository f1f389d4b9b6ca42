import { expect, test } from 'vitest';
import { cancelIn, cancelText } from '#src/pages/job/cancel-text.ts';

const possible = { kind: 'possible', until: null, left: null, caution: null } as const;

test('in the secondary region nothing that runs can be cancelled, whatever Azure offers', () => {
  expect(cancelIn('northeurope', 'inProgress', possible)).toEqual({ kind: 'no', why: 'secondary' });
  expect(cancelIn(null, 'inProgress', possible)).toBe(possible);
  const over = { kind: 'no', why: 'over' } as const;
  expect(cancelIn('northeurope', 'completed', over)).toBe(over);
});

test('until when, or a warning, or why not', () => {
  const until = {
    name: 'Create the machine',
    kind: 'createMachine',
    status: 'notStarted',
    statusWord: null,
    percent: null,
    takenMs: null,
    usual: null,
    bytes: 'none',
  } as const;
  const left = { lowMs: 180_000, highMs: 300_000 };
  expect(cancelText({ ...possible, until, left })).toBe(
    'Can be cancelled until “Create the machine” begins, by our estimate. That is in 3 min to 5 min.',
  );
  expect(cancelText({ ...possible, until })).toBe(
    'Can be cancelled until “Create the machine” begins, by our estimate.',
  );
  expect(cancelText(possible)).toMatch(/does not say until when/);
  expect(cancelText({ ...possible, until, caution: 'lastPhase' })).toMatch(/may refuse/);
  expect(cancelText({ kind: 'no', why: 'replacing' })).toMatch(/^Disks are being replaced/);
});
