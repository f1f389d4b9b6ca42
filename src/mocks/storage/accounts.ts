import { nameOf } from '#src/model/resource-id.ts';
import type { StorageAccountWire } from '#src/api/storage/accounts/wire.ts';
import { listOfGroup, oneOfGroup } from '#src/mocks/group-list.ts';
import { list, param, type Route } from '#src/mocks/service.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';

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

export const storageRoutes: readonly Route[] = [
  {
    operation: 'storageAccounts.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Storage/storageAccounts',
    action: 'Microsoft.Storage/storageAccounts/read',
    handle: (call) =>
      list(
        call.state.seed.accounts
          .filter(({ id }) =>
            id.toLowerCase().startsWith(`/subscriptions/${param(call, 'sub').toLowerCase()}/`),
          )
          .map(wireOf),
      ),
  },
  {
    operation: 'storageAccounts.listByGroup',
    method: 'GET',
    path: '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Storage/storageAccounts',
    action: 'Microsoft.Storage/storageAccounts/read',
    handle: listOfGroup({ thingsOf: ({ seed }) => seed.accounts, wireOf }),
  },
  {
    operation: 'storageAccounts.get',
    method: 'GET',
    path: '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Storage/storageAccounts/{name}',
    action: 'Microsoft.Storage/storageAccounts/read',
    handle: oneOfGroup('Microsoft.Storage/storageAccounts', {
      thingsOf: ({ seed }) => seed.accounts,
      wireOf,
    }),
  },
];
