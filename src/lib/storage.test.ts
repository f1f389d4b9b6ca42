import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { entryKeys, onForeignEntry, readEntry, removeEntry, writeEntry } from '#src/lib/storage.ts';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';

let storage: FakeStorage;
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was written is read, listed and removed again', () => {
  expect(writeEntry('draft.1', 'one')).toEqual({ ok: true, value: null });
  writeEntry('draft.2', 'two');
  writeEntry('theme', 'dark');
  expect(readEntry('draft.1')).toEqual({ ok: true, value: 'one' });
  expect(entryKeys('draft.')).toEqual(['draft.1', 'draft.2']);
  removeEntry('draft.1');
  expect(readEntry('draft.1')).toEqual({ ok: true, value: null });
});

describe('storage that cannot be used is a reason, never a crash', () => {
  test('full: what stands there is still read', () => {
    writeEntry('draft.1', 'one');
    storage.become('full');
    expect(writeEntry('draft.1', 'more')).toEqual({ ok: false, reason: 'full' });
    expect(readEntry('draft.1')).toEqual({ ok: true, value: 'one' });
  });

  test('forbidden: nothing is read, written, listed or removed', () => {
    storage.become('forbidden');
    expect(readEntry('draft.1')).toEqual({ ok: false, reason: 'forbidden' });
    expect(writeEntry('draft.1', 'one')).toEqual({ ok: false, reason: 'forbidden' });
    expect(entryKeys('draft.')).toEqual([]);
    expect(() => removeEntry('draft.1')).not.toThrow();
  });

  test('absent: the same as forbidden', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(readEntry('draft.1')).toEqual({ ok: false, reason: 'forbidden' });
    expect(writeEntry('draft.1', 'one')).toEqual({ ok: false, reason: 'forbidden' });
  });
});

test('an entry of another tab, and that all were removed, is heard of until one stops listening', () => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  const heard: (string | null)[] = [];
  const stop = onForeignEntry((key) => heard.push(key));
  const write = (key: string | null) =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key }));
  write('draft.1');
  write(null);
  stop();
  write('draft.2');
  expect(heard).toEqual(['draft.1', null]);
});
