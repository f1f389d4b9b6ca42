import { expect, test } from 'vitest';
import { type ActionRecord, openStep, type StepRecord } from '#src/actions/record.ts';
import { nextPress, stateWord, wayOf } from '#src/actions/ActionPanel.tsx';
import { actionStatusOf } from '#src/actions/run.ts';
import { STEP_STATES, type ActionStepState } from '#src/model/action.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';

const step = (state: ActionStepState, wasSo?: boolean): StepRecord => ({
  id: state,
  title: state,
  state,
  at: 0,
  ...(wasSo === undefined ? {} : { wasSo }),
});
const record = (...states: readonly ActionStepState[]): ActionRecord => ({
  startedAt: 0,
  sentence: '',
  steps: states.map((state) => step(state)),
});

test('an action ends with its last request, whoever carries it out', () => {
  expect(actionStatusOf(record('done', 'done'), 'here')).toBe('ended');
  expect(openStep(record('done', 'done'))).toBeUndefined();
});

test('an open request belongs to the tab that carries it out', () => {
  for (const state of STEP_STATES.filter((one) => one !== 'done')) {
    expect(actionStatusOf(record('done', state), 'here')).toBe('here');
    expect(actionStatusOf(record('done', state), 'elsewhere')).toBe('elsewhere');
  }
});

test.each([
  ['waiting', 'interrupted'],
  ['sent', 'interrupted'],
  ['refused', 'refused'],
  ['unknown', 'unknown'],
  ['unread', 'unread'],
] as const)('%s and carried out by no tab is %s', (state, status) => {
  expect(actionStatusOf(record('done', state), 'none')).toBe(status);
});

test('what was so before differs from what was done', () => {
  expect(stateWord(step('done', true))).toBe('wasSo');
  expect(stateWord(step('done', false))).toBe('done');
  expect(stateWord(step('refused', true))).toBe('refused');
});

/** What the next press after a stop says, by why it stopped; null: none leads anywhere. */
const PRESSES = {
  again: ['Try again', 'Try again'],
  after: ['Send again', 'Read again'],
  signIn: ['Send again', 'Read again'],
  token: ['Send again', 'Read again'],
  setUp: [null, null],
  reload: [null, null],
  gone: [null, null],
  change: [null, null],
} as const;

test.each(WAY_ON_KINDS)('a request that stopped and helps by %s', (way) => {
  const [refused, unread] = PRESSES[way];
  expect(nextPress('refused', 'refused', way)).toBe(refused);
  expect(nextPress('unread', 'unread', way)).toBe(unread);
  expect(nextPress('unknown', 'unknown', way)).toBe('Read again');
  expect(nextPress('interrupted', 'waiting', way)).toBe('Continue');
});

test('of several requests the one decides that can be sent again, and one of before can', () => {
  const stopped = (...steps: readonly Partial<StepRecord>[]) =>
    wayOf({
      startedAt: 0,
      sentence: '',
      steps: steps.map((one) => ({ ...step('refused'), ...one })),
    });
  expect(stopped({ way: 'change' }, { way: 'after' })).toBe('after');
  expect(stopped({ way: 'gone' })).toBe('gone');
  expect(stopped({ way: 'change' }, {})).toBe('again');
  expect(stopped({ way: 'change' }, { state: 'done' })).toBe('change');
});
