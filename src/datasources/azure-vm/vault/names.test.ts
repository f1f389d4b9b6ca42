import { expect, test } from 'vitest';
import { namesOf } from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import type { Vault } from '#src/model/vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

const vault: Vault = {
  id: resourceId('/v'),
  name: 'v',
  subscriptionId: 'SUB-1',
  resourceGroup: 'g',
  region: 'westeurope',
  redundancy: null,
  crossRegionRestore: null,
  crossSubscriptionRestore: null,
  movedFrom: 'sub-2',
  identities: [],
  userIdentityIds: [],
  systemPrincipalId: null,
  userPrincipalIds: {},
};
const subscriptions = [{ id: 'sub-1', name: 'Production', tenantId: null }];
const region = (name: string, displayName: string, pairedRegion: string | null) => ({
  name,
  displayName,
  pairedRegion,
  zones: [],
  places: [],
});
const regions = [
  region('WestEurope', 'West Europe', 'northeurope'),
  region('northeurope', 'North Europe', 'westeurope'),
  region('italynorth', 'Italy North', null),
  region('westus', 'West US', 'nowhere'),
];

test('places are called by their names, and by what is known of them where those are not read', () => {
  expect(namesOf(vault, subscriptions, regions)).toEqual({
    subscription: 'Production',
    movedFrom: 'sub-2',
    region: 'West Europe',
    pair: 'North Europe',
  });
  expect(namesOf({ ...vault, movedFrom: null }, undefined, undefined)).toEqual({
    subscription: 'SUB-1',
    movedFrom: null,
    region: 'West Europe',
    pair: undefined,
  });
});

test.each([
  ['italynorth', null],
  ['westus', 'nowhere'],
  ['moon', undefined],
])('a region without a pair is not one whose pair is unknown: %s', (name, pair) => {
  expect(namesOf({ ...vault, region: name }, subscriptions, regions).pair).toBe(pair);
});
