import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spokenText } from '#src/ui/Spoken.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Listens to a text and collects its announcements. */
function heard(first: string) {
  const text = spokenText(first);
  const announced: string[] = [];
  const stop = text.listen(() => announced.push(text.latest()));
  return { ...text, heard: announced, stop };
}

test('the first text is part of the page and is not announced', () => {
  const text = heard('New VM app01');
  vi.advanceTimersByTime(10_000);
  expect(text.heard).toEqual([]);
  expect(text.latest()).toBe('');
});

test('a text is announced once it is unchanged for two seconds, not at each key', () => {
  const text = heard('New VM');
  for (const name of ['New VM a', 'New VM ap', 'New VM app01']) {
    text.offer(name);
    vi.advanceTimersByTime(1900);
  }
  expect(text.heard).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(text.heard).toEqual(['New VM app01']);
});

test('rendering the same text again does not restart the wait', () => {
  const text = heard('New VM');
  text.offer('New VM app01');
  vi.advanceTimersByTime(1500);
  text.offer('New VM app01');
  vi.advanceTimersByTime(500);
  expect(text.heard).toEqual(['New VM app01']);
});

test('a text that was there before is not announced again', () => {
  const text = heard('New VM');
  text.offer('New VM a');
  vi.advanceTimersByTime(500);
  text.offer('New VM');
  vi.advanceTimersByTime(10_000);
  expect(text.heard).toEqual([]);
});

test('the first text is announced after another one in between', () => {
  const text = heard('New VM');
  text.offer('New VM a');
  vi.advanceTimersByTime(2000);
  text.offer('New VM');
  vi.advanceTimersByTime(2000);
  expect(text.heard).toEqual(['New VM a', 'New VM']);
});

test('nothing is announced after leaving; a return announces what changed', () => {
  const text = heard('New VM');
  text.offer('New VM a');
  text.stop();
  vi.advanceTimersByTime(10_000);
  expect(text.latest()).toBe('');
  text.listen(() => text.heard.push(text.latest()));
  vi.advanceTimersByTime(2000);
  expect(text.heard).toEqual(['New VM a']);
});
