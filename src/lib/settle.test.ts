import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settler } from '#src/lib/settle.ts';

describe('what changes fast', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function followed() {
    const values: number[] = [];
    const one = settler<number>({ quietMs: 100, longestMs: 350 });
    const stop = one.listen((value) => values.push(value));
    return { one, values, stop };
  }

  test('passes only the newest value once it rests', () => {
    const { one, values } = followed();
    one.offer(1);
    vi.advanceTimersByTime(60);
    one.offer(2);
    vi.advanceTimersByTime(99);
    expect(values).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(values).toEqual([2]);
    vi.advanceTimersByTime(1000);
    expect(values).toEqual([2]);
  });

  test('passes a value now and then while it does not rest', () => {
    const { one, values } = followed();
    for (let at = 0; at < 12; at += 1) {
      one.offer(at);
      vi.advanceTimersByTime(50);
    }
    expect(values).toEqual([6]);
    vi.advanceTimersByTime(100);
    expect(values).toEqual([6, 11]);
  });

  test('passes a value at once when flushed, and only once', () => {
    const { one, values } = followed();
    one.flush();
    one.offer(1);
    one.flush();
    vi.advanceTimersByTime(1000);
    expect(values).toEqual([1]);
  });

  test('passes nothing after the reader has gone', () => {
    const { one, values, stop } = followed();
    one.offer(1);
    stop();
    vi.advanceTimersByTime(1000);
    expect(values).toEqual([]);
  });
});
