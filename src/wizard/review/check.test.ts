import { expect, test } from 'vitest';
import {
  heldNeeds,
  notLookedAtLines,
  type ShownCheck,
  warningsOf,
} from '#src/wizard/review/check.ts';

const check = (name: string, state: ShownCheck['state'], found = ''): ShownCheck => ({
  name,
  rowId: `row-${name}`,
  state,
  found,
});

test.each<[string, readonly ShownCheck[], boolean, readonly string[]]>([
  ['none', [], false, []],
  ['passed', [check('A', 'passed')], false, []],
  ['not checked', [check('A', 'notChecked')], false, []],
  ['left to choose, which the form names', [check('A', 'toDo')], false, []],
  ['failed', [check('A', 'failed')], true, ['A']],
  ['two failed', [check('A', 'failed'), check('B', 'failed')], true, ['A', 'B']],
  ['a warning', [check('A', 'warned')], false, ['I have read the warning: A']],
  ['a warning that was read', [check('A', 'warned')], true, []],
  [
    'one of each',
    [check('A', 'warned'), check('B', 'failed')],
    false,
    ['B', 'I have read the warning: A'],
  ],
  ['a role that takes effect soon', [check('A', 'pending')], false, []],
])('checks hold a press: %s', (_, checks, isRead, wanted) => {
  const needs = heldNeeds(checks, isRead);
  expect(needs.map(({ text }) => text)).toEqual(wanted);
  expect(needs.every(({ isHolding }) => isHolding)).toBe(true);
});

test('the record has what the warnings said', () => {
  expect(warningsOf([check('A', 'warned', 'Full.'), check('B', 'passed', 'Free.')])).toEqual([
    'A: Full.',
  ]);
  expect(notLookedAtLines(['locks'])).toEqual([
    { name: 'locks', state: 'Not looked at', found: '', at: null },
  ]);
});
