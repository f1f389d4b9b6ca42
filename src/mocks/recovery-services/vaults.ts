import { nameOf } from '#src/model/resource-id.ts';
import type { VaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import {
  vaultAction,
  vaultPath,
  vaultsPath,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import { list, ok, param, type Route } from '#src/mocks/service.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';

/** A vault as `GET {V}` answers it (azure-contract §1). */
export function vaultWireOf(vault: VaultSeed): VaultWire {
  const state = vault.crossSubscriptionRestore;
  return {
    id: vault.id,
    name: nameOf(vault.id),
    type: 'Microsoft.RecoveryServices/vaults',
    location: vault.location,
    tags: {},
    sku: { name: 'RS0', tier: 'Standard' },
    ...(vault.identityType === undefined ? {} : { identity: { type: vault.identityType } }),
    properties: {
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
      privateEndpointStateForBackup: 'None',
      privateEndpointStateForSiteRecovery: 'None',
      privateEndpointConnections: [],
      // A missing group of settings is not the same fact as Disabled (S).
      ...(state === undefined
        ? {}
        : {
            restoreSettings: {
              crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: state },
            },
          }),
      redundancySettings: {
        standardTierStorageRedundancy: vault.redundancy,
        crossRegionRestore: vault.crossRegionRestore,
      },
    },
  };
}

const inside =
  (scope: string) =>
  (vault: VaultSeed): boolean =>
    vault.id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);

export const vaultRoutes: readonly Route[] = [
  {
    operation: 'vaults.listBySubscription',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.RecoveryServices/vaults',
    action: `${vaultAction}/read`,
    handle: (call) =>
      list(
        call.state.seed.vaults
          .filter(inside(`/subscriptions/${param(call, 'sub')}`))
          .map(vaultWireOf),
      ),
  },
  {
    operation: 'vaults.listByGroup',
    method: 'GET',
    path: vaultsPath,
    action: `${vaultAction}/read`,
    handle: (call) =>
      list(
        call.state.seed.vaults
          .filter(
            inside(`/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`),
          )
          .map(vaultWireOf),
      ),
  },
  {
    operation: 'vaults.get',
    method: 'GET',
    path: vaultPath,
    action: `${vaultAction}/read`,
    handle: (call) => withVault(call, (vault) => ok(vaultWireOf(vault))),
  },
];
