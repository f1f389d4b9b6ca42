import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  lookedFor,
  pauseBeforeLook,
  type RestoreFound,
  type RestoreSearched,
  searchEnd,
} from '#src/api/queries/restores.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { FoundJob } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

const job: FoundJob = {
  id: resourceId('/jobs/1'),
  name: '1',
  startedAt: null,
  isNamed: true,
  requestId: null,
};
const ofAnother = { ...job, requestId: 'another' };

/** A search after so many looks that came back, the latest so many seconds after the first. */
const searched = (
  looks: number,
  latestS: number,
  more: Partial<RestoreSearched & Pick<RestoreFound, 'jobs'>> = {},
): RestoreSearched => ({
  data: {
    jobs: more.jobs ?? [],
    isFound: more.jobs?.some(({ requestId }) => requestId !== 'another') === true,
    looks,
    firstAt: instant(0),
    latestAt: instant(latestS * 1000),
  },
  dataUpdatedAt: more.dataUpdatedAt ?? 0,
  errorUpdatedAt: more.errorUpdatedAt ?? 0,
  errorUpdateCount: more.errorUpdateCount ?? 0,
});

describe('the search for a lost restore', () => {
  test('looks again after growing pauses, ten minutes long', () => {
    const times = [0];
    for (;;) {
      const pause = pauseBeforeLook(searched(times.length, times.at(-1) ?? 0));
      if (pause === null) break;
      times.push((times.at(-1) ?? 0) + pause);
    }
    expect(times).toEqual([0, 15, 45, 105, 195, 315, 435, 600]);
  });

  test('is not shorter for looks that a person asked for', () => {
    expect(pauseBeforeLook(searched(30, 100))).toBe(165);
    expect(searchEnd(searched(30, 100))).toBeNull();
  });

  test('ends after its time only where eight looks came back, and after eight only in its time', () => {
    expect(searchEnd(searched(7, 36_000))).toBeNull();
    expect(pauseBeforeLook(searched(7, 36_000))).toBe(165);
    expect(searchEnd(searched(8, 594))).toBeNull();
    expect(searchEnd(searched(8, 600))).toBe('none');
    expect(searchEnd(searched(7, 36_000, { errorUpdateCount: 7 }))).toBeNull();
  });

  test('goes on beside a job of another request: our own may still appear', () => {
    expect(pauseBeforeLook(searched(1, 0, { jobs: [ofAnother] }))).toBe(15);
    expect(searchEnd(searched(8, 600, { jobs: [ofAnother] }))).toBe('none');
  });

  test('ends with a find', () => {
    expect(pauseBeforeLook(searched(1, 0, { jobs: [job] }))).toBeNull();
    expect(searchEnd(searched(1, 0, { jobs: [job] }))).toBe('found');
  });

  test('couldn’t look where none came back in ten real minutes, and each was tried', () => {
    const failed = { errorUpdateCount: 8, dataUpdatedAt: 5000 };
    expect(searchEnd(searched(0, 0, { ...failed, errorUpdatedAt: 604_999 }))).toBeNull();
    expect(searchEnd(searched(0, 0, { ...failed, errorUpdatedAt: 605_000 }))).toBe('notLooked');
    expect(searchEnd(searched(3, 45, { ...failed, errorUpdatedAt: 605_000 }))).toBe('notLooked');
    expect(pauseBeforeLook(searched(3, 45, { ...failed, errorUpdatedAt: 605_000 }))).toBeNull();
    const awake = { ...failed, errorUpdateCount: 1, errorUpdatedAt: 9_000_000 };
    expect(searchEnd(searched(3, 45, awake))).toBeNull();
  });
});

describe('a search under way', () => {
  // Elsewhere the library sets no timers.
  beforeAll(() => environmentManager.setIsServer(() => false));
  afterAll(() => environmentManager.setIsServer(() => true));
  afterEach(() => {
    vi.useRealTimers();
    installClock(machineClock);
  });

  /** A search that is shown, on a clock whose time goes by with the real one. */
  async function shown(speed: number, find: () => Promise<readonly FoundJob[]>, isPaused = false) {
    vi.useFakeTimers();
    const clock = fakeClock(0, speed);
    clock.pause(isPaused);
    installClock({
      ...clock,
      realDelayMs: (ms) => Math.max(250, clock.realDelayMs(ms)),
    });
    const looks = vi.fn<typeof find>(find);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const observer = new QueryObserver(queries, {
      ...lookedFor(['search'], { requestIds: ['ours'] }, looks),
      networkMode: 'always',
      refetchIntervalInBackground: true,
    });
    onTestFinished(observer.subscribe(() => undefined));
    await vi.advanceTimersByTimeAsync(0);
    const after = async (realMs: number): Promise<void> => {
      for (let ms = 0; ms < realMs; ms += 250) {
        clock.pass(250 * speed);
        await vi.advanceTimersByTimeAsync(250);
      }
    };
    return { looks, after, end: () => searchEnd(observer.getCurrentResult()) };
  }
  const none = async () => [];
  const fails = () => Promise.reject(new Error('offline'));

  test.each([
    [1, 600_000],
    [10, 60_000],
    [60, 10_000],
    [3600, 1750],
  ])('at ×%i looks eight times, by when it has ended: %i ms', async (speed, realMs) => {
    const search = await shown(speed, none);
    await search.after(realMs - 250);
    expect([search.looks.mock.calls.length, search.end()]).toEqual([7, null]);
    await search.after(500);
    expect([search.looks.mock.calls.length, search.end()]).toEqual([8, 'none']);
    await search.after(300_000);
    expect(search.looks).toHaveBeenCalledTimes(8);
  });

  test.each([1, 3600])(
    'offline at ×%i ends after ten real minutes, and looks no more',
    async (speed) => {
      const search = await shown(speed, fails);
      await search.after(599_000);
      expect(search.end()).toBeNull();
      await search.after(2000);
      expect(search.end()).toBe('notLooked');
      const { length } = search.looks.mock.calls;
      await search.after(60_000);
      expect(search.looks).toHaveBeenCalledTimes(length);
    },
  );

  test('goes on while the clock stands, each look after its real time', async () => {
    const search = await shown(3600, none, true);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(search.looks).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(search.looks).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect([search.looks.mock.calls.length, search.end()]).toEqual([3, null]);
  });
});
