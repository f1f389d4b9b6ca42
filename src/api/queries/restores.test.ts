import { describe, expect, test } from 'vitest';
import { hasSearchEnded, pauseBeforeLook, type RestoreFound } from '#src/api/queries/restores.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';

const found = (looks: number, latestS: number, jobs: RestoreFound['jobs'] = []): RestoreFound => ({
  jobs,
  isFound: jobs.some(({ requestId }) => requestId !== 'another'),
  looks,
  firstAt: instant(0),
  latestAt: instant(latestS * 1000),
});
const job = {
  id: resourceId('/jobs/1'),
  name: '1',
  startedAt: null,
  isNamed: true,
  requestId: null,
};

describe('the search for a lost restore', () => {
  test('looks again after growing pauses, ten minutes long', () => {
    const times = [0];
    for (;;) {
      const at = times.at(-1) ?? 0;
      const pause = pauseBeforeLook(found(times.length, at), 0);
      if (pause === null) break;
      times.push(at + pause);
    }
    expect(times).toEqual([0, 15, 45, 105, 195, 315, 435, 600]);
  });

  test('is not shorter for looks that a person asked for', () => {
    expect(pauseBeforeLook(found(30, 100), 0)).toBe(165);
    expect(hasSearchEnded(found(30, 100), 0)).toBe(false);
  });

  test('goes on beside a job of another request: our own may still appear', () => {
    const another = { ...job, requestId: 'another' };
    expect(pauseBeforeLook(found(1, 0, [another]), 0)).toBe(15);
    expect(hasSearchEnded(found(8, 600, [another]), 0)).toBe(true);
  });

  test('ends with a find, and where every look has failed', () => {
    expect(pauseBeforeLook(found(1, 0, [job]), 0)).toBeNull();
    expect([pauseBeforeLook(undefined, 1), pauseBeforeLook(undefined, 8)]).toEqual([15, null]);
    expect([hasSearchEnded(undefined, 8), hasSearchEnded(found(1, 0), 8)]).toEqual([true, true]);
  });
});
