import { expect, test } from 'vitest';
import { disksWanted } from '#src/datasources/azure-disk/lists/wanted.ts';

test('a Backup vault narrows the list, and the order is kept', () => {
  const vault =
    '/subscriptions/1/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/b';
  const wanted = disksWanted({ vault, search: ' data ', sort: '-vault' });
  expect(wanted).toMatchObject({
    filter: { search: 'data', vaults: [vault] },
    order: { by: 'vault', isDescending: true },
    ignored: [],
  });
});

test('what is a fact of machines is left out and named', () => {
  const { order, ignored } = disksWanted({
    health: 'passed',
    source: 'exists',
    sort: '-lastPoint',
    region: "o'",
  });
  expect(order).toEqual({ by: 'name', isDescending: false });
  expect(ignored.toSorted()).toEqual([
    'health=passed',
    "region=o'",
    'sort=-lastPoint',
    'source=exists',
  ]);
});
