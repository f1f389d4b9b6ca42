import { describe, expect, test } from 'vitest';
import { hasSearchEnded, pauseBeforeLook, type RestoreFound } from '#src/api/queries/restores.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';

const found = (looks: number, latestS: number, jobs: RestoreFound['jobs'] = []): RestoreFound => ({
  jobs,
  looks,
  firstAt: instant(0),
  latestAt: instant(latestS * 1000),
});
const job = { id: resourceId('/jobs/1'), name: '1', startedAt: null, isNamed: true };

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

  test('ends with a find, and where every look has failed', () => {
    expect(pauseBeforeLook(found(1, 0, [job]), 0)).toBeNull();
    expect([pauseBeforeLook(undefined, 1), pauseBeforeLook(undefined, 8)]).toEqual([15, null]);
    expect([hasSearchEnded(undefined, 8), hasSearchEnded(found(1, 0), 8)]).toEqual([true, true]);
  });
});
