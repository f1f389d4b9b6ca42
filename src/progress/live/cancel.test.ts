import { expect, test } from 'vitest';
import { ArmError, refusedAndLooked } from '#src/api/arm/error.ts';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { cancelAnswer, cancelLine, cancelText } from '#src/progress/live/cancel.tsx';

const possible = { kind: 'possible', until: null, left: null, caution: null } as const;

test('a job that its service never cancels can’t be canceled, whatever it offers', () => {
  expect(cancelLine('Azure', possible, 'Not here.')).toEqual({
    isPossible: false,
    text: 'Not here.',
  });
  expect(cancelLine('Azure', possible, null).isPossible).toBe(true);
  expect(cancelLine('Azure', { kind: 'no', why: 'over' }, null)).toEqual({
    isPossible: false,
    text: 'Job ended.',
  });
});

test('a failed request says what was looked at, and nothing of a job that is being canceled', () => {
  const error = refusedAndLooked(
    new ArmError({ kind: 'refused', status: 409, message: 'No.' }),
    instant(0),
  );
  const request = { isPending: false, isSuccess: false, error };
  expect(cancelAnswer('Azure', { status: 'inProgress' }, request)).toBe(
    `Couldn’t cancel: No. It wasn’t being canceled at ${timeText(instant(0))}. The job is read again.`,
  );
  expect(cancelAnswer('Azure', { status: 'cancelling' }, request)).toBe('');
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
  expect(cancelText('Azure', { ...possible, until, left })).toBe(
    'You can cancel until “Create the machine” starts (our estimate). That’s in 3 min to 5 min.',
  );
  expect(cancelText('Azure', { ...possible, until })).toBe(
    'You can cancel until “Create the machine” starts (our estimate).',
  );
  expect(cancelText('Azure', possible)).toMatch(/doesn’t report until when/);
  expect(cancelText('Azure', { ...possible, until, caution: 'lastPhase' })).toMatch(/might reject/);
  expect(cancelText('Azure', { kind: 'no', why: 'replacing' })).toBe(
    'Can’t be canceled: disks are being replaced.',
  );
});
