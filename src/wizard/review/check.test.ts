import { expect, test } from 'vitest';
import {
  checksOfRules,
  heldNeeds,
  notLookedAtLines,
  type ShownCheck,
  stateOfRule,
  sumOf,
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
    {
      name: 'locks',
      state: 'Not looked at',
      found: 'Restore Center has no check for it.',
      at: null,
    },
  ]);
});

test('what a rule asks for is to do, what it refuses is not possible', () => {
  expect(stateOfRule({ kind: 'require-field' })).toBe('toDo');
  expect(stateOfRule({ kind: 'block' })).toBe('failed');
});

test('without findings the list is ready, and empty', () => {
  const none = checksOfRules({ refused: [], warned: [], notChecked: [] });
  expect(sumOf(none)).toEqual({ verdict: 'ready', failed: 0, toDo: 0, warned: 0, notChecked: 0 });
});

test.each([
  [false, 'readyWithWarnings'],
  [true, 'ready'],
] as const)('that one line was not checked: optional %s, %s', (isOptional, verdict) => {
  expect(sumOf([{ state: 'notChecked', isOptional }]).verdict).toBe(verdict);
});
