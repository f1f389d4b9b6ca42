import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { LIMITS } from '#src/lib/limits.ts';
import { isMissingCode, loadCode, loadOnce } from '#src/lib/load.ts';
import { readsUnderWay } from '#src/lib/page-state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const errorOf = async (loading: Promise<unknown>): Promise<unknown> =>
  loading.then(
    () => null,
    (error: unknown) => error,
  );

test('code that loads is given as it is, and no timer is left', async () => {
  expect(await loadCode(async () => 'code')).toBe('code');
  expect(vi.getTimerCount()).toBe(0);
});

test('code that does not load is missing, with the cause', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  const error = await errorOf(loadCode(() => Promise.reject(cause), 'Couldn’t load it.'));
  expect(error).toMatchObject({ message: 'Couldn’t load it.', cause });
  expect(isMissingCode(error)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('code on its way counts as a read until it is there, or cannot be', async () => {
  const loads = [
    loadCode(async () => 'code'),
    errorOf(loadCode(() => Promise.reject(new Error()))),
  ];
  expect(readsUnderWay()).toBe(2);
  await Promise.all(loads);
  expect(readsUnderWay()).toBe(0);
});

test('code that never comes is missing after its limit, and not before', async () => {
  let error: unknown = null;
  void errorOf(loadCode(() => new Promise(() => undefined))).then((thrown) => (error = thrown));
  await vi.advanceTimersByTimeAsync(LIMITS.codeMs - 1);
  expect(error).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(isMissingCode(error)).toBe(true);
});

test('a machine that slept has not waited for code', async () => {
  let error: unknown = null;
  void errorOf(loadCode(() => new Promise(() => undefined))).then((thrown) => (error = thrown));
  // What is due after a sleep goes off once, however long the sleep was.
  await vi.advanceTimersToNextTimerAsync();
  await vi.advanceTimersToNextTimerAsync();
  expect(error).toBeNull();
  await vi.runAllTimersAsync();
  expect(isMissingCode(error)).toBe(true);
});

test('another failure is not missing code', () => {
  expect(isMissingCode(new Error('Couldn’t load it.'))).toBe(false);
});

/** Code that comes once the test lets it, or fails. */
function codeLater() {
  const begun: ((come: () => string) => void)[] = [];
  const load = async (): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<() => string>();
    begun.push(resolve);
    return (await promise)();
  };
  return { begun, load };
}

describe('a part of the code', () => {
  test('is loaded once for all that ask meanwhile', async () => {
    const { begun, load } = codeLater();
    const loads = loadOnce(() => load);
    const both = [loads.load('a'), loads.load('a')];
    expect(loads.state('a').state).toBe('loading');
    expect(begun).toHaveLength(1);
    begun[0]?.(() => 'code');
    const there = { state: 'loaded', code: 'code' };
    expect(await Promise.all(both)).toEqual([there, there]);
    expect(await loads.load('a')).toEqual(there);
    expect(begun).toHaveLength(1);
  });

  test('is tried again after a failure, and never rejects', async () => {
    const { begun, load } = codeLater();
    const loads = loadOnce(() => load);
    const first = loads.load('a');
    begun[0]?.(() => {
      throw new TypeError('No such file');
    });
    expect(await first).toEqual({ state: 'failed' });
    const second = loads.load('a');
    expect(loads.state('a').state).toBe('loading');
    begun[1]?.(() => 'code');
    expect(await second).toEqual({ state: 'loaded', code: 'code' });
  });

  test('is missing where this build has none', async () => {
    const loads = loadOnce<string>(() => undefined);
    expect(await loads.load('b')).toEqual({ state: 'missing' });
  });

  test('tells of each change, until the listener stops', async () => {
    const loads = loadOnce(() => () => Promise.resolve('code'));
    const seen: string[] = [];
    const stop = loads.listen(() => seen.push(loads.state('a').state));
    await loads.load('a');
    expect(seen).toEqual(['loading', 'loaded']);
    stop();
  });
});
