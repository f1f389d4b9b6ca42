import { expect, test } from 'vitest';
import { disksWanted, isDisksOnly } from '#src/pages/instances/disks/wanted.ts';
import { instancesSearch, instancesWanted } from '#src/pages/instances/search.ts';

const asked = (address: object) => instancesWanted(instancesSearch.parse(address));

test('disks are listed where an address asks for them alone', () => {
  expect(isDisksOnly(asked({ datasource: 'disk' }).filter)).toBe(true);
  expect(isDisksOnly(asked({ datasource: 'vm' }).filter)).toBe(false);
  expect(isDisksOnly(asked({ datasource: 'vm,disk' }).filter)).toBe(false);
  expect(isDisksOnly(asked({}).filter)).toBe(false);
});

test('a Backup vault narrows the list, and the order is kept', () => {
  const vault =
    '/subscriptions/1/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/b';
  const wanted = disksWanted(asked({ vault, search: ' data ', sort: '-vault' }));
  expect(wanted).toMatchObject({
    filter: { search: 'data', vaults: [vault] },
    order: { by: 'vault', isDescending: true },
    ignored: [],
  });
});

test('what is a fact of machines is left out and named', () => {
  const { order, ignored } = disksWanted(
    asked({ health: 'passed', source: 'exists', sort: '-lastPoint', region: "o'" }),
  );
  expect(order).toEqual({ by: 'name', isDescending: false });
  expect(ignored.toSorted()).toEqual([
    'health=passed',
    "region=o'",
    'sort=-lastPoint',
    'source=exists',
  ]);
});
