import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LIMITS } from '#src/lib/limits.ts';
import { isMissingCode, loadCode } from '#src/lib/load.ts';
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
