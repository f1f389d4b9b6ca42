import { describe, expect, test } from 'vitest';
import { answerOf } from '#src/mocks/resource-graph/memory.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { timelineAt } from '#src/mocks/time/timeline.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { initialState, type State } from '#src/mocks/world/fold.ts';

const origin = originOf('default');
const newState = (): State => initialState(origin);
const startMs = isoMs(origin.seed.startsAt);
const jobs = "recoveryservicesresources | where type endswith '/backupJobs'";

/** Moments at which jobs of the world end, just before and just after, and a day on: in their order. */
function moments(): readonly number[] {
  const ends = newState().jobs.flatMap((plan) => {
    const { endedAtMs } = timelineAt(plan, null, startMs + 86_400_000);
    return endedAtMs !== null && endedAtMs > startMs ? [endedAtMs - 1, endedAtMs] : [];
  });
  const first = [...new Set(ends)].toSorted((a, b) => a - b).slice(0, 6);
  return [startMs, ...first, startMs + 86_400_000];
}

const sorts = [
  'todatetime(properties.startTime)',
  'tostring(properties.status)',
  'tolower(tostring(properties.entityFriendlyName))',
  'tostring(properties.duration)',
];

const questions = [
  ...sorts.flatMap((sort) =>
    ['asc', 'desc'].map(
      (way) => `${jobs} | where todatetime(properties.startTime) > ago(7d)
| order by ${sort} ${way}, id asc | project id, name, type, properties`,
    ),
  ),
  `${jobs} | where properties.status in~ ('InProgress') | order by id asc | project id, properties`,
  `${jobs} | project name, properties`,
  `${jobs} | order by tostring(properties.status) asc | project name`,
  `${jobs} | extend old = todatetime(properties.startTime) < ago(1h)
| extend rank = iff(old, 1, 0) | order by rank asc | project name, rank`,
  `${jobs} | extend at = todatetime(properties.startTime) | where at > ago(2h)
| summarize jobs = count() by status = tostring(properties.status), hour = bin(at, 1h)`,
  `${jobs} | where properties.duration == 'PT0S' or isnull(properties.endTime) | count`,
];

/** The answer of a state of the world, with earlier queries at other moments, or without. */
function rows(state: State, text: string, now: number) {
  return answerOf(state, { text, subscriptions: [], now }).records();
}

describe('what is remembered of jobs that ended changes no answer', () => {
  test.each(questions)('%s', (question) => {
    const [on, back] = [newState(), newState()];
    const all = moments();
    const fresh = new Map(all.map((now) => [now, rows(newState(), question, now)]));
    for (const now of all) expect(rows(on, question, now)).toEqual(fresh.get(now));
    for (const now of all.toReversed()) expect(rows(back, question, now)).toEqual(fresh.get(now));
    // The world is not the same all the time: something ended.
    expect(new Set([...fresh.values()].map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
  });
});

describe('what is kept of jobs that ended is for one list of them', () => {
  const newest = questions[1] ?? '';
  const byStatus = `${jobs} | order by tostring(properties.status) asc, id asc | project id, properties`;

  test('a moment that another question comes from, earlier or later, changes no answer', () => {
    const state = newState();
    const all = moments();
    const order = [all[3], all[5], all[1], all[6], all[2], all[4], all[0], all[7]];
    for (const [nth, now = startMs] of order.entries()) {
      const other = order[(nth + 3) % order.length] ?? startMs;
      rows(state, byStatus, other);
      for (const question of [newest, byStatus]) {
        expect(rows(state, question, now)).toEqual(rows(newState(), question, now));
      }
    }
  });

  test('a page that is looked at later is still of its moment', () => {
    const state = newState();
    const [first = 0, last = 0] = [moments()[0], moments().at(-1)];
    const early = answerOf(state, {
      text: `${jobs} | project id, properties`,
      subscriptions: [],
      now: first,
    });
    rows(state, byStatus, last);
    expect(early.records()).toEqual(rows(newState(), `${jobs} | project id, properties`, first));
  });

  test.each([
    'order by tolower(tostring(properties.operation)) asc | project id',
    'order by tolower(tostring(properties.operation)) desc | project id, properties.status',
  ])('jobs that are equal in order come as the table has them: %s', (rest) => {
    const state = newState();
    for (const now of moments()) {
      rows(state, byStatus, now);
      expect(rows(state, `${jobs} | ${rest}`, now)).toEqual(
        rows(newState(), `${jobs} | ${rest}`, now),
      );
    }
  });

  test('a job comes into a window of time, and leaves it', () => {
    const state = newState();
    const seen = new Set<number>();
    for (const minutes of [0, 1, 30, 90, 600, 3000, 9000, 11_000]) {
      const now = startMs + minutes * 60_000;
      for (const window of ['> ago(2h)', '>= ago(7d)', '< ago(3h)', '<= ago(1d)', '!= ago(1h)']) {
        const text = `${jobs} | where todatetime(properties.startTime) ${window}
| order by todatetime(properties.startTime) desc, id asc | project id`;
        expect(rows(state, text, now)).toEqual(rows(newState(), text, now));
        seen.add(rows(state, text, now).length);
      }
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});
