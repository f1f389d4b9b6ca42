import { expect, test } from 'vitest';
import type { ActionRecord, StepRecord } from '#src/actions/record.ts';
import { openStep, stateWord, statusOf } from '#src/actions/status.ts';
import { STEP_STATES, type StepState } from '#src/model/action.ts';

const step = (state: StepState, wasSo?: boolean): StepRecord => ({
  id: state,
  title: state,
  state,
  at: 0,
  ...(wasSo === undefined ? {} : { wasSo }),
});
const record = (...states: readonly StepState[]): ActionRecord => ({
  startedAt: 0,
  sentence: '',
  steps: states.map((state) => step(state)),
});

test('an action ends with its last request, whoever carries it out', () => {
  expect(statusOf(record('done', 'done'), 'here')).toBe('ended');
  expect(openStep(record('done', 'done'))).toBeUndefined();
});

test('an open request belongs to the tab that carries it out', () => {
  for (const state of STEP_STATES.filter((one) => one !== 'done')) {
    expect(statusOf(record('done', state), 'here')).toBe('here');
    expect(statusOf(record('done', state), 'elsewhere')).toBe('elsewhere');
  }
});

test.each([
  ['waiting', 'interrupted'],
  ['sent', 'interrupted'],
  ['refused', 'refused'],
  ['unknown', 'unknown'],
  ['unread', 'unread'],
] as const)('%s and carried out by no tab is %s', (state, status) => {
  expect(statusOf(record('done', state), 'none')).toBe(status);
});

test('what was so before differs from what was done', () => {
  expect(stateWord(step('done', true))).toBe('wasSo');
  expect(stateWord(step('done', false))).toBe('done');
  expect(stateWord(step('refused', true))).toBe('refused');
});
