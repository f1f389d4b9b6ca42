import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { failure, invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  isOver,
  plainPolling,
  unknownOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  onVault,
  refuseInReadOnlyGroup,
  vaultAction,
  vaultPath,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import { protectionChange, storageChange } from '#src/mocks/recovery-services/vaults-config.ts';
import { defaultKeyOf, merged, vaultWireOf } from '#src/mocks/recovery-services/vaults.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import type { VaultChange } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { VaultKeySeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * The body of `PATCH {V}`: what of a vault can be changed (names S, 2024-04-01; those of later
 * versions R). What is not named here the service reads over (G).
 */

const onOff = z.literal(['Enabled', 'Disabled']);
const softDeleteState = z.optional(z.literal(['Enabled', 'Disabled', 'AlwaysON']));
const settings = maybe(z.looseObject({}));

const identityWish = z.object({
  type: z.string(),
  /** By id; null takes one away. */
  userAssignedIdentities: maybe(z.record(z.string(), maybe(z.looseObject({})))),
});
type IdentityWish = z.infer<typeof identityWish>;

const encryptionWish = z.object({
  keyVaultProperties: maybe(
    z.object({ keyUri: z.string().check(z.regex(/^https:\/\/[^/]+\/keys\/[^/]+/i)) }),
  ),
  kekIdentity: maybe(
    z.object({
      userAssignedIdentity: maybe(z.string()),
      useSystemAssignedIdentity: maybe(z.boolean()),
    }),
  ),
  infrastructureEncryption: z.optional(onOff),
});
type EncryptionWish = z.infer<typeof encryptionWish>;

const properties = z.object({
  publicNetworkAccess: z.optional(onOff),
  monitoringSettings: settings,
  costManagementSettings: settings,
  regionOfChoiceSettings: settings,
  encryption: maybe(encryptionWish),
  restoreSettings: maybe(
    z.object({
      crossSubscriptionRestoreSettings: maybe(
        z.object({
          crossSubscriptionRestoreState: z.optional(
            z.literal(['Enabled', 'Disabled', 'PermanentlyDisabled']),
          ),
        }),
      ),
    }),
  ),
  redundancySettings: maybe(
    z.object({
      standardTierStorageRedundancy: z.optional(
        z.literal(['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant']),
      ),
      crossRegionRestore: z.optional(onOff),
    }),
  ),
  securitySettings: maybe(
    z.object({
      immutabilitySettings: maybe(
        z.object({ state: z.optional(z.literal(['Disabled', 'Unlocked', 'Locked'])) }),
      ),
      softDeleteSettings: maybe(
        z.object({
          softDeleteState,
          enhancedSecurityState: softDeleteState,
          softDeleteRetentionPeriodInDays: z.optional(z.int().check(z.minimum(14), z.maximum(180))),
        }),
      ),
      sourceScanConfiguration: settings,
    }),
  ),
});
type PropertiesWish = z.infer<typeof properties>;

const vaultWish = z.object({
  /** All of them: what is not named is gone. */
  tags: maybe(z.record(z.string(), z.string())),
  identity: maybe(identityWish),
  properties: maybe(properties),
});
type VaultWish = z.infer<typeof vaultWish>;

/** What a body wishes, or which field of it is not understood. */
function readWish(body: unknown): VaultWish | string {
  const read = vaultWish.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  return field === '' ? 'The request body is not a vault.' : `The value of ${field} is not valid.`;
}

/** Who a vault is, and with which key it is encrypted, after a wish; a text is why it cannot be (G). */

const TYPES = ['SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned', 'None'] as const;

/** The CLI writes the types in lower case and without the blank (azure-contract §1). */
const folded = (type: string): string => type.toLowerCase().replaceAll(' ', '');

/** Identities that are named come to those that the vault has, or go where their value is null. */
function identityChange(
  { userIdentities = [] }: VaultSeed,
  asked: IdentityWish,
): Partial<VaultSeed> | string {
  const identityType = TYPES.find((known) => folded(known) === folded(asked.type));
  if (identityType === undefined) return 'The value of identity.type is not valid.';
  if (!identityType.includes('UserAssigned')) return { identityType, userIdentities: [] };
  const entries = Object.entries(asked.userAssignedIdentities ?? {});
  const taken = entries.flatMap(([id, value]) => (value === null ? [id] : []));
  const given = entries.flatMap(([id, value]) => (value === null ? [] : [id]));
  const isIn = (ids: readonly string[], id: string): boolean => ids.some((one) => sameId(one, id));
  const all = [
    ...userIdentities.filter((id) => !isIn(taken, id)),
    ...given.filter((id) => !isIn(userIdentities, id)),
  ];
  return all.length === 0
    ? 'identity.userAssignedIdentities names no identity.'
    : { identityType, userIdentities: all };
}

type Reader = Pick<VaultKeySeed, 'userIdentity'> | string;

const hasSystem = ({ identityType }: VaultSeed): boolean =>
  identityType?.startsWith('System') === true;

/** Who reads the key: who is named, else who did, else whom the vault has. */
function readerOf(vault: VaultSeed, asked: EncryptionWish['kekIdentity']): Reader {
  const { userIdentities: [first] = [] } = vault;
  const named = asked?.userAssignedIdentity ?? '';
  if (named !== '') return withUser(vault, named);
  if (asked?.useSystemAssignedIdentity !== true) {
    const present = vault.key?.userIdentity ?? first;
    if (present !== undefined) return withUser(vault, present);
  }
  return hasSystem(vault)
    ? {}
    : 'properties.encryption.kekIdentity needs an identity that the vault has.';
}

const withUser = ({ userIdentities = [] }: VaultSeed, id: string): Reader =>
  userIdentities.some((one) => sameId(one, id))
    ? { userIdentity: id }
    : 'properties.encryption.kekIdentity.userAssignedIdentity is no identity of the vault.';

/** A customer-managed key in place of Microsoft's, or another one. */
function keyChange(
  vault: VaultSeed,
  { keyVaultProperties, kekIdentity, infrastructureEncryption }: EncryptionWish,
): Partial<VaultSeed> | string {
  const { id, key, encryption } = vault;
  const present = key?.uri ?? (encryption === undefined ? undefined : defaultKeyOf(id));
  const uri = keyVaultProperties?.keyUri ?? present;
  if (uri === undefined) return 'properties.encryption.keyVaultProperties.keyUri is missing.';
  const reader = readerOf(vault, kekIdentity);
  if (typeof reader === 'string') return reader;
  const infrastructure = infrastructureEncryption ?? key?.infrastructureEncryption;
  return {
    encryption: 'CustomerManaged',
    key: {
      uri,
      ...reader,
      ...(infrastructure === undefined ? {} : { infrastructureEncryption: infrastructure }),
    },
  };
}

/** What a wish makes of a vault: what is otherwise then, or why it cannot be; the codes are guesses (G). */
type Change = Partial<VaultSeed> | string;
type Part = (vault: VaultSeed, call: Call) => Change;

/** Irreversible (document 000, Cross Subscription Restore for Azure VM). */
function restoreSettings(vault: VaultSeed, { restoreSettings: asked }: PropertiesWish): Change {
  const wanted = asked?.crossSubscriptionRestoreSettings?.crossSubscriptionRestoreState;
  if (wanted === undefined) return {};
  const final = 'PermanentlyDisabled';
  return vault.crossSubscriptionRestore === final && wanted !== final
    ? 'Cross Subscription Restore is permanently disabled for this vault and cannot be changed.'
    : { crossSubscriptionRestore: wanted };
}

function redundancy(vault: VaultSeed, { redundancySettings }: PropertiesWish, call: Call): Change {
  if (redundancySettings === undefined || redundancySettings === null) return {};
  const { standardTierStorageRedundancy: storageType, crossRegionRestore } = redundancySettings;
  const flag = crossRegionRestore === undefined ? undefined : crossRegionRestore === 'Enabled';
  return storageChange(call, vault, { storageType, crossRegionRestoreFlag: flag });
}

function softDelete(vault: VaultSeed, { securitySettings }: PropertiesWish): Change {
  const wish = securitySettings?.softDeleteSettings;
  return wish === undefined || wish === null
    ? {}
    : protectionChange(vault, { ...wish, softDeleteFeatureState: wish.softDeleteState });
}

/** Settings that mean nothing to restores are stored unchanged. */
function others(vault: VaultSeed, asked: PropertiesWish): Change {
  const { encryption: _1, restoreSettings: _2, redundancySettings: _3, ...told } = asked;
  const { softDeleteSettings: _4, ...security } = told.securitySettings ?? {};
  const isLocked = JSON.stringify(vault.settings?.['securitySettings'] ?? {}).includes('"Locked"');
  // Locked is for good (general knowledge, G).
  if (isLocked && (security.immutabilitySettings?.state ?? 'Locked') !== 'Locked') {
    return 'The value of properties.securitySettings.immutabilitySettings.state is locked.';
  }
  const patch = {
    ...told,
    ...(told.securitySettings === undefined ? {} : { securitySettings: security }),
  };
  return Object.keys(patch).length === 0 ? {} : { settings: merged(vault.settings ?? {}, patch) };
}

function partsOf({ tags, identity, properties: asked }: VaultWish): readonly Part[] {
  const own: readonly Part[] = [
    () => (tags === undefined || tags === null ? {} : { tags }),
    (vault) => (identity === undefined || identity === null ? {} : identityChange(vault, identity)),
  ];
  if (asked === undefined || asked === null) return own;
  const { encryption } = asked;
  return [
    ...own,
    (vault) =>
      encryption === undefined || encryption === null ? {} : keyChange(vault, encryption),
    (vault) => restoreSettings(vault, asked),
    (vault, call) => redundancy(vault, asked, call),
    (vault) => softDelete(vault, asked),
    (vault) => others(vault, asked),
  ];
}

/** What of a vault is otherwise when it has what is wished, or why that cannot be. */
function wished(call: Call, vault: VaultSeed, wish: VaultWish): Change {
  const change: Partial<VaultSeed> = {};
  for (const part of partsOf(wish)) {
    const more = part({ ...vault, ...change }, call);
    if (typeof more === 'string') return more;
    Object.assign(change, more);
  }
  return change;
}

/**
 * Changing a vault (azure-contract §1). That a change is taken with a 202 and needs a while is a
 * guess (G): the contract knows 200 and 202, and not when which comes.
 */

/** Simulated time until the vault obeys (G). */
const OPERATION_MS = 20_000;

/** What the official example answers. */
const RETRY_SECONDS = 10;
const RETRY_AFTER = { 'Retry-After': String(RETRY_SECONDS) };

/** Operation ids of vaults are base64 with `=` at the end (S, R). */
const operationIdOf = (call: Call, vault: VaultSeed): string => {
  const key = `${vault.id.toLowerCase()}:${call.state.vaultChanges.length}:${call.now}`;
  return btoa(`${guidFrom(`change:${key}`)};${guidFrom(`operation:${key}`)}`);
};

/** Both addresses, absolute as in traffic (R); the official example has them relative (S). */
const changeHeaders = (
  call: Call,
  { vaultId, operationId }: Pick<VaultChange, 'vaultId' | 'operationId'>,
): Record<string, string> =>
  plainPolling(call, {
    basePath: vaultId,
    status: 'operationStatus',
    result: 'operationResults',
    operationId,
    seconds: RETRY_SECONDS,
  });

/** What stands in the way of any change; null when nothing does. */
function refusal(call: Call, vault: VaultSeed): Answer | null {
  const forbidden = refuseInReadOnlyGroup(call, `${vaultAction}/write`, vault.id);
  if (forbidden !== null) return forbidden;
  const isBusy = call.state.vaultChanges.some(
    (told) => sameId(told.vaultId, vault.id) && !isOver(told, call.now),
  );
  // Status and code are guesses (G).
  return isBusy
    ? failure(409, 'Conflict', 'Another operation is in progress on this vault.')
    : null;
}

function changeVault(call: Call, vault: VaultSeed): Answer {
  const wish = readWish(parseJson(call.request.body));
  const wanted = typeof wish === 'string' ? wish : wished(call, vault, wish);
  if (typeof wanted === 'string') return invalidInput(wanted);
  const refused = refusal(call, vault);
  if (refused !== null) return refused;
  const changed = vaultWireOf({ ...vault, ...wanted });
  // That there is nothing to wait for when nothing changes is a guess (G).
  if (JSON.stringify(changed) === JSON.stringify(vaultWireOf(vault))) return ok(changed);
  const operationId = operationIdOf(call, vault);
  const accepted = { operationId, vaultId: vault.id, change: wanted };
  return {
    status: 202,
    headers: changeHeaders(call, accepted),
    events: [{ type: 'vault-changed', at: call.now, operationMs: OPERATION_MS, ...accepted }],
  };
}

/** Handlers whose work is given the change whose operation the path names; 404 without one, its code G. */
const onChange = handlersBy((call, work: (told: VaultChange, vault: VaultSeed) => Answer) =>
  withVault(call, (vault) => {
    const found = call.state.vaultChanges.find(
      ({ operationId, vaultId }) =>
        operationId === param(call, 'operation') && sameId(vaultId, vault.id),
    );
    return found === undefined ? unknownOperation(call) : work(found, vault);
  }),
);

export const vaultChangeRoutes: readonly Route[] = [
  route.patch('vaults.update', vaultPath, onVault(changeVault)),
  route.get(
    'vaults.operationStatus',
    `${vaultPath}/operationStatus/{operation}`,
    onChange((call, { operationId, endsAt }) => {
      const isRunning = !isOver({ endsAt }, call.now);
      // No more than these three (R).
      const status = isRunning ? 'InProgress' : 'Succeeded';
      return {
        ...ok({ id: operationId, name: operationId, status }),
        headers: isRunning ? RETRY_AFTER : {},
      };
    }),
  ),
  route.get(
    'vaults.operationResult',
    `${vaultPath}/operationResults/{operation}`,
    onChange((call, found, vault) =>
      isOver(found, call.now)
        ? ok(vaultWireOf(vault))
        : { status: 202, headers: changeHeaders(call, found) },
    ),
  ),
];
