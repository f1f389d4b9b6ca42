import { describe, expect, test } from 'vitest';
import { ArmError, refusedAnswer } from '#src/api/arm/error.ts';
import {
  type ChangeState,
  changeView,
  isAwaited,
  type VaultChangeEnd,
} from '#src/api/queries/vault-change.ts';

const variables = { wanted: 'disabled' } as const;
const idle: ChangeState = { status: 'idle', variables: undefined, data: undefined, error: null };
const pending: ChangeState = { ...idle, status: 'pending', variables };
const succeeded = (data: VaultChangeEnd): ChangeState => ({
  ...pending,
  status: 'success',
  data,
});
const failedWith = (error: unknown): ChangeState => ({ ...pending, status: 'error', error });
const lost = new ArmError({
  kind: 'lost',
  status: null,
  code: null,
  message: 'Azure didn’t answer.',
  requestId: null,
  missingAction: null,
  body: '',
});

describe('the view of the latest change of a vault', () => {
  test.each([
    ['nothing when there was none', undefined, 'enabled', { kind: 'none' }],
    ['nothing when none was asked for', idle, 'enabled', { kind: 'none' }],
    ['that it runs, whatever the vault says', pending, 'disabled', { kind: 'running' }],
    ['that it is done', succeeded({ kind: 'done' }), 'disabled', { kind: 'done' }],
    [
      'nothing when somebody has changed it since',
      succeeded({ kind: 'done' }),
      'enabled',
      { kind: 'none' },
    ],
    [
      'that the vault does not show it yet',
      succeeded({ kind: 'notYet' }),
      'enabled',
      { kind: 'looking', why: 'notYet' },
    ],
    [
      'that it is done once the vault shows it',
      succeeded({ kind: 'notYet' }),
      'disabled',
      { kind: 'done' },
    ],
    [
      'that nobody could follow it',
      succeeded({ kind: 'unfollowed' }),
      null,
      { kind: 'looking', why: 'unfollowed' },
    ],
    [
      'that Azure gave it up, in its words',
      succeeded({ kind: 'failed', code: 'C', message: 'M' }),
      'enabled',
      { kind: 'failed', code: 'C', message: 'M' },
    ],
    [
      'that nobody knows when no answer came',
      failedWith(lost),
      'enabled',
      { kind: 'trouble', trouble: { kind: 'unsure' } },
    ],
    [
      'that it is done when the vault shows it all the same',
      failedWith(lost),
      'disabled',
      { kind: 'done' },
    ],
    [
      'that it was refused, also when somebody else has done it',
      failedWith(refusedAnswer(409, '', 'r')),
      'disabled',
      { kind: 'trouble', trouble: { kind: 'busy' } },
    ],
  ] as const)('%s', (_, change, present, expected) => {
    expect(changeView(change, present)).toMatchObject(expected);
  });
});

test.each([
  [pending, false],
  [succeeded({ kind: 'done' }), false],
  [succeeded({ kind: 'notYet' }), true],
  [succeeded({ kind: 'unfollowed' }), true],
  [succeeded({ kind: 'failed', code: null, message: '' }), false],
  [failedWith(lost), true],
  [failedWith(refusedAnswer(403, '', null)), false],
  [failedWith(refusedAnswer(500, '', null)), true],
])('the vault is read again only while it may come to show the change (%#)', (change, expected) => {
  expect(isAwaited(changeView(change, 'enabled'))).toBe(expected);
});
