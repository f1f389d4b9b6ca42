import { nameOf } from '#src/model/resource-id.ts';
import { merged } from '#src/mocks/recovery-services/merged.ts';
import type { VaultEncryptionWire, VaultWire } from '#src/api/recovery-services/vaults.ts';
import { onVault, vaultAction, vaultPath, vaultsPath } from '#src/mocks/recovery-services/paths.ts';
import { list, ok, param, type Route, route } from '#src/mocks/service.ts';
import { guidFrom, principalIdOf } from '#src/mocks/world/ids.ts';
import { softDeleteOf, type VaultKeySeed, type VaultSeed } from '#src/mocks/world/seed.ts';

/** A vault as `GET {V}` answers it (azure-contract §1). */
export function vaultWireOf(vault: VaultSeed): VaultWire {
  return {
    id: vault.id,
    name: nameOf(vault.id),
    type: 'Microsoft.RecoveryServices/vaults',
    location: vault.location,
    ...vaultKindOf(vault),
    properties: vaultPropertiesOf(vault),
  };
}

/** A vault's tags, SKU, and identity if it has one. */
export function vaultKindOf(vault: VaultSeed) {
  return {
    tags: vault.tags ?? {},
    sku: { name: 'RS0', tier: 'Standard' },
    ...(vault.identityType === undefined ? {} : { identity: identityOf(vault) }),
  };
}

/** The properties alone, as lists of rows have them. */
export function vaultPropertiesOf(vault: VaultSeed): VaultWire['properties'] {
  return merged(ownPropertiesOf(vault), vault.settings ?? {});
}

function ownPropertiesOf(vault: VaultSeed) {
  const state = vault.crossSubscriptionRestore;
  return {
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
    ...encryptionSettingsOf(vault),
    ...securityOf(vault),
  };
}

/** Who reads the customer-managed key, under which names a vault has it (S). */
const keyReaderOf = ({ userIdentity }: VaultKeySeed) => ({
  ...(userIdentity === undefined ? {} : { userAssignedIdentity: userIdentity }),
  useSystemAssignedIdentity: userIdentity === undefined,
});

function encryptionSettingsOf({ key }: VaultSeed) {
  if (key === undefined) return {};
  const { uri, infrastructureEncryption } = key;
  return {
    encryption: {
      keyVaultProperties: { keyUri: uri },
      kekIdentity: keyReaderOf(key),
      ...(infrastructureEncryption === undefined ? {} : { infrastructureEncryption }),
    },
  };
}

/** The same that `vaultconfig` says; capitals included (R). */
function securityOf(vault: VaultSeed) {
  const { state, days, enhanced } = softDeleteOf(vault);
  return {
    securitySettings: {
      softDeleteSettings: {
        softDeleteState: state,
        softDeleteRetentionPeriodInDays: days,
        enhancedSecurityState: enhanced,
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
    ...(identityType?.startsWith('System') ? { principalId: principalIdOf(id) } : {}),
    ...(userIdentities === undefined || userIdentities.length === 0
      ? {}
      : {
          userAssignedIdentities: Object.fromEntries(
            userIdentities.map((one) => [
              one,
              { principalId: principalIdOf(one), clientId: guidFrom(`client:${one}`) },
            ]),
          ),
        }),
  };
}

/** The key of a vault whose world only says that it has a customer-managed one (G). */
export const defaultKeyOf = (vaultId: string): string =>
  `https://kv-${nameOf(vaultId)}.vault.azure.net/keys/backup`;

/** `GET {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` (azure-contract §2). */
function encryptionOf({ id, encryption, key }: VaultSeed): VaultEncryptionWire {
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
            keyUri: key?.uri ?? defaultKeyOf(id),
            ...(key === undefined ? {} : keyReaderOf(key)),
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
  route.get(
    'vaults.listBySubscription',
    '/subscriptions/{sub}/providers/Microsoft.RecoveryServices/vaults',
    (call) =>
      list(
        call.state.seed.vaults
          .filter(inside(`/subscriptions/${param(call, 'sub')}`))
          .map(vaultWireOf),
      ),
  ),
  route.get('vaults.listByGroup', vaultsPath, (call) =>
    list(
      call.state.seed.vaults
        .filter(inside(`/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`))
        .map(vaultWireOf),
    ),
  ),
  route.get(
    'vaults.get',
    vaultPath,
    onVault((_, vault) => ok(vaultWireOf(vault))),
  ),
  route.get(
    'vaults.encryption',
    `${vaultPath}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
    onVault((_, vault) => ok(encryptionOf(vault))),
    `${vaultAction}/backupEncryptionConfigs/read`,
  ),
];
