import { beforeEach, expect, test, vi } from 'vitest';
import { keepSearch, keptSearch } from '#src/ui/kept-search.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';

const { entries, area } = fakeStorage();
beforeEach(() => {
  resetPageState();
  entries.clear();
  vi.stubGlobal('localStorage', area);
  return () => vi.unstubAllGlobals();
});

test('a list is as it was left, also after a reload, and every other one has all rows', () => {
  keepSearch('/jobs', { status: 'failed', sort: '-vault', range: undefined });
  resetPageState();
  expect(keptSearch('/jobs')).toEqual({ status: 'failed', sort: '-vault' });
  expect(keptSearch('/vaults')).toEqual({});
});

test('cleared filters stay cleared', () => {
  keepSearch('/jobs', { status: 'failed' });
  keepSearch('/jobs', { status: undefined });
  expect(keptSearch('/jobs')).toEqual({});
});

test('the one instance that a link asked for, and pages that are no lists, are not kept', () => {
  keepSearch('/jobs', { instance: 'vault~item', status: 'failed' });
  keepSearch('/rules', { search: 'zone' });
  expect(keptSearch('/jobs')).toEqual({ status: 'failed' });
  expect(entries.size).toBe(1);
});

test.each(['{', '"text"', '{"status":1}'])('a stored %s is nothing', (text) => {
  entries.set(ownName('list./jobs'), text);
  expect(keptSearch('/jobs')).toEqual({});
});

test('a browser that stores nothing keeps it in this tab', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSearch('/instances', { health: 'passed' });
  expect(keptSearch('/instances')).toEqual({ health: 'passed' });
});
