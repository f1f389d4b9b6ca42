import { expect, test } from 'vitest';
import {
  heldReason,
  notLookedAtLines,
  type ShownCheck,
  warningsOf,
} from '#src/wizard/review/check.ts';

const check = (name: string, state: ShownCheck['state'], found = ''): ShownCheck => ({
  name,
  state,
  found,
});

test.each<[string, readonly ShownCheck[], boolean, string | null]>([
  ['none', [], false, null],
  ['passed', [check('A', 'passed')], false, null],
  ['not checked', [check('A', 'notChecked')], false, null],
  ['left to choose, which the form names', [check('A', 'toDo')], false, null],
  ['failed', [check('A', 'failed')], true, 'Not possible: A.'],
  ['two failed', [check('A', 'failed'), check('B', 'failed')], true, 'Not possible: A, B.'],
  ['a warning', [check('A', 'warned')], false, 'Read the warnings of the checks first.'],
  ['a warning that was read', [check('A', 'warned')], true, null],
  ['one of each', [check('A', 'warned'), check('B', 'failed')], false, 'Not possible: B.'],
  ['a role that takes effect soon', [check('A', 'pending')], false, null],
])('checks hold a press: %s', (_, checks, isRead, reason) => {
  expect(heldReason(checks, isRead)).toBe(reason);
});

test('the record has what the warnings said', () => {
  expect(warningsOf([check('A', 'warned', 'Full.'), check('B', 'passed', 'Free.')])).toEqual([
    'A: Full.',
  ]);
  expect(notLookedAtLines(['locks'])).toEqual([
    { name: 'locks', state: 'Not looked at', found: '', at: null },
  ]);
});
