import { expect, test } from 'vitest';
import type { Address } from '#src/lib/address-values.ts';
import { machinesWanted } from '#src/datasources/azure-vm/lists.tsx';

const vault =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v';
const wanted = (address: Address) => machinesWanted(address);

test('an address without filters asks for all, by name', () => {
  expect(wanted({})).toEqual({
    filter: {
      search: '',
      vaults: [],
      subscriptions: [],
      regions: [],
      healths: [],
      sources: [],
      older: [],
      tags: [],
    },
    order: { by: 'name', isDescending: false },
    ignored: [],
  });
});

test('filters of several values, and an order the other way round', () => {
  const { filter, order } = wanted({
    search: ' app ',
    vault,
    health: 'actionRequired,actionSuggested',
    source: 'deleted',
    older: '24h,none,2h',
    sort: '-lastPoint',
  });
  expect(filter).toMatchObject({
    search: 'app',
    vaults: [vault],
    healths: ['actionRequired', 'actionSuggested'],
    sources: ['deleted'],
    older: ['24h', 'none'],
  });
  expect(order).toEqual({ by: 'lastPoint', isDescending: true });
});

test('what means nothing is left out and named, and the rest applies', () => {
  const { filter, order, ignored } = wanted({
    health: 'fine,passed',
    vault: '/subscriptions/x',
    subscription: 'production',
    region: "west'europe",
    source: 'maybe',
    sort: 'colour',
  });
  expect(filter).toMatchObject({ healths: ['passed'], vaults: [], sources: [], search: '' });
  expect(order.by).toBe('name');
  expect(ignored.toSorted()).toEqual([
    'health=fine',
    "region=west'europe",
    'sort=colour',
    'source=maybe',
    'subscription=production',
    'vault=/subscriptions/x',
  ]);
});
