import { nameOf } from '#src/model/resource-id.ts';
import type { VaultEncryptionWire, VaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import {
  vaultAction,
  vaultPath,
  vaultsPath,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import { list, ok, param, type Route } from '#src/mocks/service.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
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
    ...(vault.identityType === undefined ? {} : { identity: identityOf(vault) }),
    properties: {
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
      privateEndpointStateForBackup: 'None',
      privateEndpointStateForSiteRecovery: 'None',
      privateEndpointConnections: [],
      ...moveOf(vault),
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
      ...securityOf(vault),
    },
  };
}

/** Only a vault that was told says so; the others leave it out, as old vaults do (S). */
function securityOf({ softDelete }: VaultSeed) {
  if (softDelete === undefined) return {};
  return {
    securitySettings: {
      softDeleteSettings: {
        softDeleteState: softDelete.state,
        softDeleteRetentionPeriodInDays: softDelete.days,
        enhancedSecurityState: softDelete.enhanced,
      },
    },
  };
}

/** The latest move, as the specification has it; id and times of it are made up (G). */
function moveOf({ id, movedFrom }: VaultSeed) {
  if (movedFrom === undefined) return {};
  return {
    moveState: 'MoveSucceeded',
    moveDetails: {
      operationId: guidFrom(`move:${id}`),
      startTimeUtc: '2024-11-16T08:02:11.0418176Z',
      completionTimeUtc: '2024-11-16T08:19:40.5528176Z',
      sourceResourceId: id.replace(/^\/subscriptions\/[^/]+/i, `/subscriptions/${movedFrom}`),
      targetResourceId: id,
    },
  };
}

/** Each identity has ids of its own in the directory. */
function identityOf({ id, identityType, userIdentities }: VaultSeed) {
  return {
    type: identityType,
    ...(identityType?.startsWith('System') ? { principalId: guidFrom(`principal:${id}`) } : {}),
    ...(userIdentities === undefined
      ? {}
      : {
          userAssignedIdentities: Object.fromEntries(
            userIdentities.map((one) => [
              one,
              { principalId: guidFrom(`principal:${one}`), clientId: guidFrom(`client:${one}`) },
            ]),
          ),
        }),
  };
}

/** `GET {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` (azure-contract §2). */
function encryptionOf({ id, encryption }: VaultSeed): VaultEncryptionWire {
  const name = 'backupResourceEncryptionConfig';
  return {
    id: `${id}/backupEncryptionConfigs/${name}`,
    name,
    type: 'Microsoft.RecoveryServices/vaults/backupEncryptionConfigs',
    properties: {
      encryptionAtRestType: encryption ?? 'MicrosoftManaged',
      ...(encryption === undefined
        ? {}
        : {
            keyUri: `https://kv-${nameOf(id)}.vault.azure.net/keys/backup`,
            lastUpdateStatus: 'Succeeded',
          }),
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
  {
    operation: 'vaults.encryption',
    method: 'GET',
    path: `${vaultPath}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
    action: `${vaultAction}/backupEncryptionConfigs/read`,
    handle: (call) => withVault(call, (vault) => ok(encryptionOf(vault))),
  },
];
