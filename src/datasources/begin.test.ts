import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begin } from '#src/datasources/begin.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';

let storage: FakeStorage;
beforeEach(() => {
  resetPageState();
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
});
afterEach(() => void vi.unstubAllGlobals());

test('a restore of a datasource that this build lacks is refused by its name, and no draft is left', async () => {
  await expect(begin({ datasource: 'tapes', instance: 'tapes:shelf-1' })).rejects.toThrow(
    'This Restore Center doesn’t have the datasource “tapes”',
  );
  expect([...storage.entries.keys()]).toEqual([]);
});
