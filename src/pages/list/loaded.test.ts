import { afterAll, expect, test, vi } from 'vitest';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { loadListings, namedIn, ownJobs } from '#src/pages/list/loaded.ts';

// What was left out here is there for the tests of other files.
afterAll(() => void vi.resetModules());

test('every list loads, and an empty address asks it for nothing odd', async () => {
  const { all, missing } = await loadListings();
  expect(missing).toEqual([]);
  for (const { lists } of all) {
    const { instances, vaults, secondary } = lists;
    for (const list of [instances.list, vaults?.list, secondary]) {
      expect(list?.((spec) => spec.listOf({}).ignored) ?? []).toEqual([]);
    }
  }
});

test('jobs of Azure are one list, whichever of its datasources is named', async () => {
  for (const datasource of ['vm', 'disk', 'vm,disk', 'tape']) {
    expect(await ownJobs(namedIn({ datasource }))).toBeNull();
  }
});

test('a datasource that the deployment leaves out is no part of an address', async () => {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  const { leaveOut } = await import('#src/datasources/registry.ts');
  const list = await import('#src/pages/list/loaded.ts');
  const { datasourceFilter } = await import('#src/pages/list/datasource-filter.ts');
  const found = () => ({
    ...list.namedIn({ datasource: 'commvault' }),
    offered: datasourceFilter([], undefined).options?.some(({ value }) => value === 'commvault'),
  });
  expect(found()).toMatchObject({ words: ['commvault'], ignored: [], offered: true });
  leaveOut('commvault-vm');
  expect(found()).toMatchObject({
    words: [],
    ignored: ['datasource=commvault'],
    offered: false,
  });
});
