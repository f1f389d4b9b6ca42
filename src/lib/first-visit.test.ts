import { afterEach, expect, test, vi } from 'vitest';
import { fakeStorage, TEST_OWNER } from '#src/lib/testing.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The module as a page has it that was just loaded. */
async function loaded() {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  return import('#src/lib/first-visit.ts');
}

test('a first visit that is over stays over, in every page that is loaded later', async () => {
  vi.stubGlobal('localStorage', fakeStorage().area);
  const first = await loaded();
  expect(first.isFirstVisit()).toBe(true);
  first.endFirstVisit();
  expect(first.isFirstVisit()).toBe(false);
  expect((await loaded()).isFirstVisit()).toBe(false);
});

test('where storage is blocked it is over until the page is loaded again', async () => {
  vi.stubGlobal('localStorage', undefined);
  const blocked = await loaded();
  expect(blocked.isFirstVisit()).toBe(true);
  blocked.endFirstVisit();
  expect(blocked.isFirstVisit()).toBe(false);
  expect((await loaded()).isFirstVisit()).toBe(true);
});
