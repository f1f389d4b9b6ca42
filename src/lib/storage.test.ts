import { describe, expect, test, vi } from 'vitest';
import { ownName } from '#src/lib/owner.ts';
import {
  adoptEntries,
  clearEntries,
  entryNames,
  onForeignEntry,
  readEntry,
  removeEntry,
  writeEntry,
} from '#src/lib/storage.ts';
import { freshStorage } from '#src/lib/testing.ts';

const storage = freshStorage();

const OF_ANOTHER = 'restore-center/live/azurecloud/tenant/other/';

test('what was written is read, listed and removed again', () => {
  expect(writeEntry('draft.1', 'one')).toEqual({ ok: true, value: null });
  writeEntry('draft.2', 'two');
  writeEntry('theme', 'dark');
  expect(readEntry('draft.1')).toEqual({ ok: true, value: 'one' });
  expect(entryNames('draft.')).toEqual(['draft.1', 'draft.2']);
  removeEntry('draft.1');
  expect(readEntry('draft.1')).toEqual({ ok: true, value: null });
});

test('an entry is stored for its owner, and looks are for all', () => {
  writeEntry('draft.1', 'one');
  writeEntry('theme', 'dark');
  expect([...storage.entries.keys()]).toEqual([
    'restore-center/live/azurecloud/tenant/account/draft.1',
    'restore-center.theme',
  ]);
});

test("another account's entries are neither read nor listed, and outlive what this one clears", () => {
  vi.stubGlobal('sessionStorage', { clear: () => undefined });
  storage.entries.set(`${OF_ANOTHER}draft.1`, 'secret');
  writeEntry('draft.2', 'own');
  expect(readEntry('draft.1')).toEqual({ ok: true, value: null });
  expect(entryNames('draft.')).toEqual(['draft.2']);
  clearEntries();
  expect([...storage.entries]).toEqual([[`${OF_ANOTHER}draft.1`, 'secret']]);
});

describe('what was stored before entries had an owner', () => {
  test('belongs to who comes next, and looks stay with all', () => {
    storage.entries.set('restore-center.draft.1', 'one');
    storage.entries.set('restore-center.watched', '[]');
    storage.entries.set('restore-center.theme', 'dark');
    storage.entries.set('msal.account', 'of the library');
    expect(adoptEntries()).toEqual(['draft.1', 'watched']);
    expect(readEntry('draft.1')).toEqual({ ok: true, value: 'one' });
    expect([...storage.entries.keys()].toSorted()).toEqual(
      ['restore-center.theme', 'msal.account', ownName('draft.1'), ownName('watched')].toSorted(),
    );
    expect(adoptEntries()).toEqual([]);
  });

  test('replaces nothing that the owner has', () => {
    storage.entries.set('restore-center.draft.1', 'old');
    writeEntry('draft.1', 'new');
    expect(adoptEntries()).toEqual([]);
    expect([...storage.entries]).toEqual([[ownName('draft.1'), 'new']]);
  });

  test('is lost to no storage that is full or forbidden', () => {
    storage.entries.set('restore-center.draft.1', 'one');
    storage.limit(30);
    expect(adoptEntries()).toEqual([]);
    expect([...storage.entries]).toEqual([['restore-center.draft.1', 'one']]);
    storage.become('forbidden');
    expect(adoptEntries()).toEqual([]);
  });
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
    expect(entryNames('draft.')).toEqual([]);
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
  const stop = onForeignEntry((name) => heard.push(name));
  const write = (key: string | null) =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key }));
  write(ownName('draft.1'));
  write('restore-center.theme');
  write(`${OF_ANOTHER}draft.1`);
  write('restore-center.draft.1');
  write(null);
  stop();
  write(ownName('draft.2'));
  expect(heard).toEqual(['draft.1', 'theme', null]);
});
