import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { PhaseKind } from '#src/progress/observe.ts';
import { type Range, rangeOf } from '#src/progress/past.ts';
import {
  type Course,
  courseTimes,
  earliestLimit,
  ofService,
  ofYou,
  signsOf,
  type StepSign,
} from '#src/wizard/course.ts';

/** The steps of a restore: their times are parts of one range, and each has the worst of its signs. */

const minutes = (low: number, high: number): Range => rangeOf(low * 60_000, high * 60_000);

const copy: Course = {
  steps: [
    ofService('transfer', 'Transfer', { parts: ['point'] }),
    ofService('create', 'Create', { phase: 'createMachine', parts: ['result'] }),
    ofYou('protect', 'Protect', ''),
  ],
  limit: 'create',
};
const phaseIs =
  (range: Range | null) =>
  (kind: PhaseKind): Range | null =>
    kind === 'createMachine' ? range : null;

test('steps add up to the whole, and the limit is where the last one starts at the earliest', () => {
  const whole = { range: minutes(26, 72), phaseOf: phaseIs(minutes(2, 5)) };
  const times = courseTimes(copy, whole);
  expect([...times]).toEqual([
    ['transfer', { takes: minutes(24, 67), after: minutes(0, 0) }],
    ['create', { takes: minutes(2, 5), after: minutes(24, 67) }],
  ]);
  expect(earliestLimit(copy, times, instant(0))).toBe(24 * 60_000);
});

test.each([
  ['a phase that is not known', null],
  ['a phase longer than the whole', minutes(80, 90)],
  ['a rest whose ends are the wrong way round', minutes(1, 71.5)],
])('%s: names and their order, no minutes and no limit', (_, range) => {
  const whole = { range: minutes(26, 72), phaseOf: phaseIs(range) };
  const times = courseTimes(copy, whole);
  expect([...times]).toEqual([]);
  expect(earliestLimit(copy, times, instant(0))).toBeNull();
});

const sign = (tone: StepSign['tone'], part: string, rule?: string): StepSign => ({
  tone,
  part,
  title: `${tone} at ${part}`,
  rowId: part,
  ...(rule !== undefined && { rule }),
});

test('a step has the worst sign of its parts; what is about none is at the last step of the service', () => {
  const signs = [sign('unknown', 'point'), sign('warning', 'nic'), sign('error', 'point')];
  const found = signsOf(copy, signs);
  expect([...found].map(([id, { title }]) => [id, title])).toEqual([
    ['transfer', 'error at point'],
    ['create', 'warning at nic'],
  ]);
});

test('the rule that holds a step back is at that step', () => {
  const held = { ...ofYou('shut-down', 'Shut down', ''), rule: 'running' };
  const course: Course = { steps: [held, ...copy.steps] };
  expect([...signsOf(course, [sign('error', 'result', 'running')]).keys()]).toEqual(['shut-down']);
});
