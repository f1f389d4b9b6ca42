import type { StorageAccountWire, StorageSkuWire } from '#src/api/storage/accounts.ts';
import {
  groupListPath,
  listOfGroup,
  listPath,
  oneOfGroup,
  onSubscription,
} from '#src/mocks/resource-lists.ts';
import { regionsOf } from '#src/mocks/resources/regions.ts';
import { type Answer, type Call, list, param, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A storage account of 2023-05-01 (azure-contract §14). */
function wireOf(account: AccountSeed): StorageAccountWire {
  const name = nameOf(account.id);
  const isPremium = account.sku.startsWith('Premium');
  return {
    id: account.id,
    name,
    type: 'Microsoft.Storage/storageAccounts',
    location: account.location,
    kind: account.kind,
    sku: { name: account.sku, tier: isPremium ? 'Premium' : 'Standard' },
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      primaryEndpoints: { blob: `https://${name.toLowerCase()}.blob.core.windows.net/` },
      publicNetworkAccess: 'Enabled',
      // A missing key means allowed; `false` is written only where it was switched off (G).
      ...(account.allowSharedKeyAccess === false ? { allowSharedKeyAccess: false } : {}),
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: account.hasNetworkRules === true ? 'Deny' : 'Allow',
        ipRules:
          account.hasNetworkRules === true ? [{ value: '203.0.113.0/24', action: 'Allow' }] : [],
        virtualNetworkRules: [],
      },
    },
  };
}

const type = 'Microsoft.Storage/storageAccounts';
const reading = { thingsOf: ({ seed }: State) => seed.accounts, wireOf };

/** Those of the subscription that the path names; of one that is not there, none. */
function listAccounts(call: Call): Answer {
  const root = `/subscriptions/${param(call, 'sub')}/`.toLowerCase();
  const own = call.state.seed.accounts.filter(({ id }) => id.toLowerCase().startsWith(root));
  return list(own.map(wireOf));
}

export const accountRoutes: readonly Route[] = [
  route.get('storageAccounts.list', listPath(type), listAccounts),
  route.get('storageAccounts.listByGroup', groupListPath(type), listOfGroup(reading)),
  route.get('storageAccounts.get', `${groupListPath(type)}/{name}`, oneOfGroup(type, reading)),
];

/** Kinds of replication that accounts can have; which of them where zones are is general knowledge (G). */
const EVERYWHERE = ['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS', 'Premium_LRS'];
const WITH_ZONES = ['Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS', 'Premium_ZRS'];

/** One row of 2023-05-01: one kind of account in one region (S). */
const skuWireOf = (name: string, location: string): StorageSkuWire => ({
  resourceType: 'storageAccounts',
  name,
  tier: name.startsWith('Premium') ? 'Premium' : 'Standard',
  kind: 'StorageV2',
  locations: [location],
  capabilities: [{ name: 'supportsnetworkacls', value: 'true' }],
  restrictions: [],
});

const listSkus = onSubscription(({ state }) =>
  list(
    regionsOf(state.seed).flatMap(({ name, hasZones }) =>
      [...EVERYWHERE, ...(hasZones ? WITH_ZONES : [])].map((sku) => skuWireOf(sku, name)),
    ),
  ),
);

export const storageSkuRoutes: readonly Route[] = [
  route.get('storageSkus.list', listPath('Microsoft.Storage/skus'), listSkus),
];
