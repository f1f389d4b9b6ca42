import type { StorageSkuWire } from '#src/api/storage/skus/wire.ts';
import { subscriptionNotFound } from '#src/mocks/errors.ts';
import { regionsOf } from '#src/mocks/resources/regions.ts';
import { list, param, type Route } from '#src/mocks/service.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';

/** Kinds of replication that accounts can have; which of them where zones are is general knowledge (G). */
const EVERYWHERE = ['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS', 'Premium_LRS'];
const WITH_ZONES = ['Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS', 'Premium_ZRS'];

/** One row of 2023-05-01: one kind of account in one region (S). */
const wireOf = (name: string, location: string): StorageSkuWire => ({
  resourceType: 'storageAccounts',
  name,
  tier: name.startsWith('Premium') ? 'Premium' : 'Standard',
  kind: 'StorageV2',
  locations: [location],
  capabilities: [{ name: 'supportsnetworkacls', value: 'true' }],
  restrictions: [],
});

export const storageSkuRoutes: readonly Route[] = [
  {
    operation: 'storageSkus.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Storage/skus',
    action: 'Microsoft.Storage/skus/read',
    handle: (call) => {
      const { seed } = call.state;
      return hasSubscription(call.state, param(call, 'sub'))
        ? list(
            regionsOf(seed).flatMap(({ name, hasZones }) =>
              [...EVERYWHERE, ...(hasZones ? WITH_ZONES : [])].map((sku) => wireOf(sku, name)),
            ),
          )
        : subscriptionNotFound(param(call, 'sub'));
    },
  },
];
