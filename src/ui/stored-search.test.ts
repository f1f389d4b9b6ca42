import { beforeEach, expect, test, vi } from 'vitest';
import { storeSearch, storedSearch } from '#src/ui/stored-search.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { writeEntry } from '#src/lib/storage.ts';
import { forgetViews } from '#src/lib/stored-values.ts';
import { fakeStorage } from '#src/lib/testing.ts';

const { entries, area } = fakeStorage();
beforeEach(() => {
  resetPageState();
  entries.clear();
  vi.stubGlobal('localStorage', area);
  return () => vi.unstubAllGlobals();
});

test('a list is as it was left, also after a reload, and every other one has all rows', () => {
  storeSearch('/jobs', { status: 'failed', sort: '-vault', range: undefined });
  resetPageState();
  expect(storedSearch('/jobs')).toEqual({ status: 'failed', sort: '-vault' });
  expect(storedSearch('/vaults')).toEqual({});
});

test('cleared filters stay cleared', () => {
  storeSearch('/jobs', { status: 'failed' });
  storeSearch('/jobs', { status: undefined });
  expect(storedSearch('/jobs')).toEqual({});
});

test('the one instance that a link asked for, and pages that are no lists, are not stored', () => {
  storeSearch('/jobs', { instance: 'vault~item', status: 'failed' });
  storeSearch('/rules', { search: 'zone' });
  expect(storedSearch('/jobs')).toEqual({ status: 'failed' });
  expect(entries.size).toBe(1);
});

test.each(['{', '"text"', '{"status":1}'])('a stored %s is nothing', (text) => {
  entries.set(ownName('list./jobs'), text);
  expect(storedSearch('/jobs')).toEqual({});
});

test('a browser that stores nothing keeps it in this tab', () => {
  vi.stubGlobal('localStorage', undefined);
  storeSearch('/instances', { health: 'passed' });
  expect(storedSearch('/instances')).toEqual({ health: 'passed' });
});

test.each(['/instances', '/jobs', '/vaults'])('what was left of %s goes with the views', (path) => {
  storeSearch(path, { view: 'secondary', sort: '-vault' });
  forgetViews();
  expect([storedSearch(path), entries.size]).toEqual([{}, 0]);
});

test('with the views go no draft, no theme and no zone', () => {
  const others = ['draft.a', 'theme', 'timeZone', 'sheetKey', 'action.b', 'commserve'];
  for (const name of [...others, 'pointAge']) writeEntry(name, '"7d"');
  forgetViews();
  expect([...entries.keys()]).toHaveLength(others.length);
  expect(entries.has(ownName('pointAge'))).toBe(false);
});
