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

/** What a state of the world answers that was asked the same at other moments, or never. */
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
