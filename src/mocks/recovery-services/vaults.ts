import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { UsageWire } from '#src/api/compute/sizes.ts';
import {
  type GuardProxyWire,
  unlockDeleteRequestWire,
} from '#src/api/recovery-services/requests.ts';
import type { VaultEncryptionWire, VaultWire } from '#src/api/recovery-services/vaults.ts';
import { groupIn, listPath } from '#src/mocks/collection.ts';
import { failure, invalidInput, notTaken } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  hasSecondary,
  isSecondary,
  notCrossRegion,
  onVault,
  replicaOf,
  vaultAction,
  vaultIdIn,
  vaultPath,
  vaultsPath,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import {
  type Answer,
  type Call,
  type Handler,
  handlersBy,
  list,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import { guidFrom, hexFrom, principalIdOf } from '#src/mocks/world/ids.ts';
import { findVault, instancesIn } from '#src/mocks/world/lookup.ts';
import {
  type InstanceSeed,
  softDeleteOf,
  type VaultKeySeed,
  type VaultSeed,
} from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** JSON that has keys, and no list. */
type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object with what a patch says: keys that it does not name stay, lists are replaced. */
export function merged(whole: JsonObject, patch: JsonObject): Record<string, unknown> {
  const all: Record<string, unknown> = { ...whole };
  for (const [key, value] of Object.entries(patch)) {
    const present = whole[key];
    all[key] = isObject(present) && isObject(value) ? merged(present, value) : value;
  }
  return all;
}

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

/** Vaults of a subscription or a group; where there is none of that name the list is empty, no 404. */
const listIn =
  (scopeOf: (call: Call) => string): Handler =>
  (call) => {
    const root = `${scopeOf(call)}/`.toLowerCase();
    const found = call.state.seed.vaults.filter(({ id }) => id.toLowerCase().startsWith(root));
    return list(found.map(vaultWireOf));
  };

/** `GET {V}/extendedInformation/vaultExtendedInfo`. */
export const vaultExtendedInfoWire = z.looseObject({
  name: z.string(),
  properties: maybe(
    z.looseObject({ integrityKey: maybe(z.string()), algorithm: maybe(z.string()) }),
  ),
});

/** The body of `POST …/locations/{region}/checkNameAvailability`. */
const vaultNameRequestWire = z.looseObject({ name: z.string(), type: maybe(z.string()) });

/** Whether a vault of that name can be made in the group. */
export const vaultNameWire = z.looseObject({
  nameAvailable: z.boolean(),
  /** `AlreadyExists` or `Invalid`. */
  reason: maybe(z.string()),
  message: maybe(z.string()),
});

/** What a vault tells of itself beside its settings (S). */

const usageRow = (value: string, localizedValue: string, currentValue: number): UsageWire => ({
  unit: 'Count',
  currentValue,
  limit: -1,
  name: { value, localizedValue },
});

const countOf = (items: readonly InstanceSeed[], health: InstanceSeed['healthStatus']): number =>
  items.filter(({ healthStatus }) => healthStatus === health).length;

/** Counts of the whole vault, whatever it protects; only virtual machines are simulated. */
function usagesOf({ state }: Call, { id }: VaultSeed): Answer {
  const items = instancesIn(state, id);
  return list([
    usageRow('ProtectedItemCount', 'Backup items', items.length),
    usageRow('IaaSVMProtectedItemCount', 'Azure Virtual Machines', items.length),
    usageRow('IaaSVMProtectedItemCriticalCount', 'Critical', countOf(items, 'ActionRequired')),
    usageRow('IaaSVMProtectedItemWarningCount', 'Warning', countOf(items, 'ActionSuggested')),
  ]);
}

/** Counts by what manages the backups; those of the secondary region are of what is there. */
function usageSummaries(call: Call, vault: VaultSeed): Answer {
  const items = instancesIn(call.state, vault.id);
  const label = 'Azure Virtual Machine';
  if (!isSecondary(call)) return list([usageRow('AzureVM', label, items.length)]);
  if (!hasSecondary(vault)) return notCrossRegion();
  const there = items.filter((item) => replicaOf(call.state, item, call.now) !== null);
  return list([usageRow('AzureVM', label, there.length)]);
}

/** The key is no secret of anybody's: it is made from the vault's id. */
const extendedInfoOf = ({ id }: VaultSeed) => ({
  id: `${id}/extendedInformation/vaultExtendedInfo`,
  name: 'vaultExtendedInfo',
  type: 'Microsoft.RecoveryServices/vaults/extendedInformation',
  properties: { integrityKey: btoa(hexFrom(`integrity of ${id}`, 16)), algorithm: 'None' },
});

/** Azure's rule for names of vaults: 2 to 50 letters, digits and hyphens, a letter first. */
const VAULT_NAME = /^[a-z][a-z0-9-]{1,49}$/i;

function checkName(call: Call): Answer {
  const request = vaultNameRequestWire.safeParse(parseJson(call.request.body)).data;
  if (request === undefined) return invalidInput('name is missing.');
  const { name } = request;
  if (!VAULT_NAME.test(name)) {
    return ok({
      nameAvailable: false,
      reason: 'Invalid',
      message: `'${name}' is no vault's name.`,
    });
  }
  return findVault(call.state, vaultIdIn({ ...call.params, vault: name })) === undefined
    ? ok({ nameAvailable: true })
    : ok({
        nameAvailable: false,
        reason: 'AlreadyExists',
        message: 'There is a vault of this name in the resource group.',
      });
}

/** The resource guard of a vault (azure-contract §2). A vault has one link at most; its usual name is a guess (G). */

const nameOfProxy = ({ guardProxy = 'VaultProxy' }: VaultSeed): string => guardProxy;

/** The guarded operations of the simulated Azure; a real guard configures them. */
const GUARDED = ['triggerRestoreRequests', 'deleteProtectedItemRequests'];

const DELETE = 'deleteProtectedItemRequests/default';

function proxyOf(guard: string, vault: VaultSeed): GuardProxyWire {
  const name = nameOfProxy(vault);
  return {
    // No id of the vault's own (S).
    id: `/backupmanagement/resources/backupResourceGuardProxies/${name}`,
    name,
    type: 'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies',
    properties: {
      resourceGuardResourceId: guard,
      resourceGuardOperationDetails: GUARDED.map((operation) => ({
        vaultCriticalOperation: `Microsoft.DataProtection/resourceGuards/${operation}`,
        defaultResourceRequest: `${guard}/${operation}/default`,
      })),
      lastUpdatedTime: '2025-01-14T09:20:47.8210031Z',
      description: 'Please take JIT access before performing any of the critical operation',
    },
  };
}

/** Handlers whose work is given the guard of the vault, when the path names the link to it. */
const onGuard = handlersBy((call, work: (guard: string, vault: VaultSeed) => Answer) =>
  withVault(call, (vault) => {
    const { resourceGuard } = vault;
    return resourceGuard !== undefined && sameId(param(call, 'proxy'), nameOfProxy(vault))
      ? work(resourceGuard, vault)
      : failure(404, 'ResourceNotFound', `The proxy ${param(call, 'proxy')} was not found.`);
  }),
);

/** For an hour, as the official example shows (S); what is refused is a guess (G). */
function unlockDelete(call: Call, guard: string): Answer {
  const body = unlockDeleteRequestWire.safeParse(parseJson(call.request.body));
  if (!body.success) return notTaken('a request to delete what is guarded');
  const given = body.data.resourceGuardOperationRequests ?? [];
  return given.some((one) => sameId(one, `${guard}/${DELETE}`))
    ? ok({ unlockDeleteExpiryTime: sevenDecimals(call.now + 3_600_000) })
    : failure(403, 'AuthorizationFailed', `The resource guard has not granted ${DELETE}.`);
}

const proxyPath = `${vaultPath}/backupResourceGuardProxies`;

export const vaultRoutes: readonly Route[] = [
  route.get(
    'vaults.listBySubscription',
    listPath('Microsoft.RecoveryServices/vaults'),
    listIn((call) => `/subscriptions/${param(call, 'sub')}`),
  ),
  route.get('vaults.listByGroup', vaultsPath, listIn(groupIn)),
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
  route.get('vaults.usages', `${vaultPath}/usages`, onVault(usagesOf)),
  route.get('vaults.usageSummaries', `${vaultPath}/backupUsageSummaries`, onVault(usageSummaries)),
  route.get(
    'vaults.extendedInfo',
    `${vaultPath}/extendedInformation/vaultExtendedInfo`,
    onVault((_, vault) => ok(extendedInfoOf(vault))),
    `${vaultAction}/extendedInformation/read`,
  ),
  route.post(
    'vaults.checkName',
    '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/locations/{location}/checkNameAvailability',
    checkName,
  ),
  route.get(
    'vaults.guardProxies',
    proxyPath,
    onVault((_, vault) => {
      const { resourceGuard } = vault;
      return list(resourceGuard === undefined ? [] : [proxyOf(resourceGuard, vault)]);
    }),
  ),
  route.get(
    'vaults.guardProxy',
    `${proxyPath}/{proxy}`,
    onGuard((_, guard, vault) => ok(proxyOf(guard, vault))),
  ),
  route.post('vaults.unlockDelete', `${proxyPath}/{proxy}/unlockDelete`, onGuard(unlockDelete)),
];
