import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import { byId, oneReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { queryById } from '#src/api/queries/query.ts';
import {
  finder,
  graphQuestion,
  hasWords,
  inTexts,
  literal,
  pageReader,
  queryGraph,
  rankOf,
  where,
} from '#src/api/resource-graph/query.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type {
  CrossRegionState,
  CrossSubscriptionChoice,
  CrossSubscriptionState,
  Redundancy,
  Vault,
  VaultEncryption,
  VaultFilter,
  VaultOrder,
  VaultRedundancy,
  VaultSort,
} from '#src/model/vaults.ts';

/** A Recovery Services vault, `GET {V}` of 2024-04-01. Every settings group may be missing. */
export const vaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string(),
  identity: maybe(
    z.looseObject({
      type: maybe(z.string()),
      /** Id in the directory of the system's identity. */
      principalId: maybe(z.string()),
      userAssignedIdentities: maybe(
        z.record(z.string(), maybe(z.looseObject({ principalId: maybe(z.string()) }))),
      ),
    }),
  ),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      /** The latest move of the vault to another group or subscription. */
      moveDetails: maybe(z.looseObject({ sourceResourceId: maybe(z.string()) })),
      restoreSettings: maybe(
        z.looseObject({
          crossSubscriptionRestoreSettings: maybe(
            z.looseObject({ crossSubscriptionRestoreState: maybe(z.string()) }),
          ),
        }),
      ),
      redundancySettings: maybe(
        z.looseObject({
          standardTierStorageRedundancy: maybe(z.string()),
          crossRegionRestore: maybe(z.string()),
        }),
      ),
    }),
  ),
});

export type VaultWire = z.infer<typeof vaultWire>;

/**
 * The body of `PATCH {V}` that changes whether a vault's points may go to other subscriptions
 * (azure-contract §1). No other key: what is sent by mistake would change something.
 */
export const vaultPatchWire = z.strictObject({
  properties: z.strictObject({
    restoreSettings: z.strictObject({
      crossSubscriptionRestoreSettings: z.strictObject({
        /** `Enabled`, `Disabled` or `PermanentlyDisabled`. */
        crossSubscriptionRestoreState: z.string(),
      }),
    }),
  }),
});

export type VaultPatchWire = z.infer<typeof vaultPatchWire>;

/** `GET {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` of 2024-04-01 (azure-contract §2). */
export const vaultEncryptionWire = z.looseObject({
  id: maybe(z.string()),
  name: maybe(z.string()),
  properties: maybe(
    z.looseObject({
      /** `MicrosoftManaged`, `CustomerManaged` or `Invalid`. */
      encryptionAtRestType: maybe(z.string()),
      keyUri: maybe(z.string()),
    }),
  ),
});

export type VaultEncryptionWire = z.infer<typeof vaultEncryptionWire>;

/** A page of `GET {V}/backupProtectedItems`, for counting. */
const vaultItemPageWire = pageOf(z.looseObject({ id: z.string() }));

const REDUNDANCY: Readonly<Record<string, Redundancy>> = {
  locallyredundant: 'LRS',
  georedundant: 'GRS',
  zoneredundant: 'ZRS',
  readaccessgeozoneredundant: 'RA-GZRS',
};

/** Maps Azure's word for a vault's redundancy; null for unknown words. */
function toRedundancy(word: string | null | undefined): Redundancy | null {
  return REDUNDANCY[word?.toLowerCase() ?? ''] ?? null;
}

const CROSS_SUBSCRIPTION: Readonly<Record<string, CrossSubscriptionState>> = {
  enabled: 'enabled',
  disabled: 'disabled',
  permanentlydisabled: 'permanentlyDisabled',
};

/** A vault as the product speaks of it. Settings that old vaults lack become null. */
export function toVault(wire: VaultWire): Vault {
  const id = resourceId(wire.id);
  const parts = parseResourceId(id);
  const redundancy = wire.properties?.redundancySettings;
  const crossSubscription =
    wire.properties?.restoreSettings?.crossSubscriptionRestoreSettings
      ?.crossSubscriptionRestoreState;
  return {
    id,
    name: wire.name,
    subscriptionId: parts?.subscriptionId ?? '',
    resourceGroup: parts?.resourceGroup ?? '',
    region: wire.location,
    redundancy: toRedundancy(redundancy?.standardTierStorageRedundancy),
    crossRegionRestore: flag(redundancy?.crossRegionRestore),
    crossSubscriptionRestore: CROSS_SUBSCRIPTION[crossSubscription?.toLowerCase() ?? ''] ?? null,
    movedFrom: movedFrom(wire, parts?.subscriptionId),
    identities: identitiesOf(wire.identity?.type ?? ''),
    userIdentityIds: Object.keys(wire.identity?.userAssignedIdentities ?? {}).map(resourceId),
    systemPrincipalId: wire.identity?.principalId ?? null,
    userPrincipalIds: Object.fromEntries(
      Object.entries(wire.identity?.userAssignedIdentities ?? {}).flatMap(([one, ids]) =>
        ids?.principalId ? [[one.toLowerCase(), ids.principalId]] : [],
      ),
    ),
  };
}

const STATE_NAMES: Readonly<Record<CrossSubscriptionState, string>> = {
  enabled: 'Enabled',
  disabled: 'Disabled',
  permanentlyDisabled: 'PermanentlyDisabled',
};

/** The change of a vault to a state, and of nothing else in it. */
export function toVaultPatch(wanted: CrossSubscriptionState): VaultPatchWire {
  const crossSubscriptionRestoreState = STATE_NAMES[wanted];
  return {
    properties: {
      restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
    },
  };
}

/** `SystemAssigned, UserAssigned`; the CLI also writes it in lower case without the blank. */
function identitiesOf(type: string): Vault['identities'] {
  const kinds = new Set(type.toLowerCase().split(/[\s,]+/));
  return [
    ...(kinds.has('systemassigned') ? (['system'] as const) : []),
    ...(kinds.has('userassigned') ? (['user'] as const) : []),
  ];
}

const CUSTOMER_KEY: Readonly<Record<string, boolean>> = {
  customermanaged: true,
  microsoftmanaged: false,
};

/** Maps a vault's encryption; `Invalid` and unknown words give no state. */
export function toVaultEncryption(wire: VaultEncryptionWire): VaultEncryption {
  const type = wire.properties?.encryptionAtRestType?.toLowerCase() ?? '';
  return { usesCustomerKey: CUSTOMER_KEY[type] ?? null };
}

function flag(text: string | null | undefined): boolean | null {
  if (text === null || text === undefined) return null;
  return text.toLowerCase() === 'enabled';
}

/** A move within one subscription is none for our purposes. */
function movedFrom(wire: VaultWire, subscriptionId: string | undefined): string | null {
  const source = parseResourceId(wire.properties?.moveDetails?.sourceResourceId ?? '');
  return source === null || sameId(source.subscriptionId, subscriptionId)
    ? null
    : source.subscriptionId;
}

/** Reads a vault: `GET {V}` (arm-recoveryservices, 2024-04-01). */
export const getVault = oneReader(vaultWire, byId(BACKUP_API_VERSION), toVault);

/**
 * Reads whose key a vault is encrypted with: `GET
 * {V}/backupEncryptionConfigs/backupResourceEncryptionConfig` (2024-04-01).
 */
export const getVaultEncryption = oneReader(
  vaultEncryptionWire,
  (vaultId) =>
    `${vaultId}/backupEncryptionConfigs/backupResourceEncryptionConfig?api-version=${BACKUP_API_VERSION}`,
  toVaultEncryption,
);

/** What Azure made of a change: it is done, or it is accepted and can perhaps be followed. */
type VaultChangeAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'accepted'; readonly operation: AcceptedOperation | null };

/**
 * Changes whether a vault's points can be restored to other subscriptions, once: `PATCH {V}`
 * (azure-contract §1; 2024-04-01), followed at `GET {V}/operationStatus/{operation}`, or at `GET
 * {V}/operationResults/{operation}` where Azure returns only that address. A body in the answer is
 * ignored: the vault is read again.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function changeCrossSubscription(
  arm: ArmPipelines,
  vaultId: ResourceId,
  wanted: CrossSubscriptionState,
): Promise<VaultChangeAnswer> {
  const answer = await send(arm, {
    method: 'PATCH',
    url: `${vaultId}?api-version=${BACKUP_API_VERSION}`,
    body: toVaultPatch(wanted),
    starts: true,
  });
  return answer.status === 202
    ? { kind: 'accepted', operation: acceptedOperation(answer) }
    : { kind: 'done' };
}

/** Settings as text; one that a vault does not have is the empty text. */
const REDUNDANCY_COLUMN = 'tostring(properties.redundancySettings.standardTierStorageRedundancy)';

const CROSS_REGION = 'tostring(properties.redundancySettings.crossRegionRestore)';

const CROSS_SUBSCRIPTION_COLUMN =
  'tostring(properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState)';

type Spoken<Choice extends string> = Readonly<Record<Exclude<Choice, 'silent'>, string>>;

const REDUNDANCIES: Spoken<VaultRedundancy> = {
  lrs: 'LocallyRedundant',
  grs: 'GeoRedundant',
  zrs: 'ZoneRedundant',
};

const CROSS_REGION_STATES: Spoken<CrossRegionState> = { enabled: 'Enabled', disabled: 'Disabled' };

const CROSS_SUBSCRIPTION_STATES: Spoken<CrossSubscriptionChoice> = {
  enabled: 'Enabled',
  disabled: 'Disabled',
  permanentlyDisabled: 'PermanentlyDisabled',
};

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<VaultSort, string> = {
  name: 'tolower(name)',
  subscription: 'subscriptionId',
  region: 'location',
  redundancy: REDUNDANCY_COLUMN,
  crossRegion: CROSS_REGION,
  crossSubscription: CROSS_SUBSCRIPTION_COLUMN,
};

/** The question for a list of Recovery Services vaults over all subscriptions. */
export function vaultsQuestion(filter: VaultFilter, order: VaultOrder): string {
  return graphQuestion('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    where(filter.search === '' ? null : `name contains ${literal(filter.search)}`),
    where(inTexts('subscriptionId', filter.subscriptions)),
    where(inTexts('location', filter.regions)),
    where(isSpoken(REDUNDANCY_COLUMN, REDUNDANCIES, filter.redundancies)),
    where(isSpoken(CROSS_REGION, CROSS_REGION_STATES, filter.crossRegion)),
    where(isSpoken(CROSS_SUBSCRIPTION_COLUMN, CROSS_SUBSCRIPTION_STATES, filter.crossSubscription)),
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, location, identity, properties',
  ]);
}

/** Whatever is none of the known words says nothing, as the product shows it. */
function isSpoken<Choice extends string>(
  column: string,
  words: Readonly<Record<Choice, string>>,
  chosen: readonly (Choice | 'silent')[],
): string | null {
  const named = inTexts(
    column,
    chosen.flatMap((one) => (one === 'silent' ? [] : [words[one]])),
  );
  if (!chosen.includes('silent')) return named;
  const silent = `not(${inTexts(column, Object.values<string>(words)) ?? ''})`;
  return named === null ? silent : `${named} or ${silent}`;
}

/** One page of the vaults over all subscriptions, filtered and sorted by Resource Graph. */
export const listVaultPage = pageReader({
  row: vaultWire,
  toThing: toVault,
  question: vaultsQuestion,
});

/** As much of a vault as a filter needs. */
export interface VaultName {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  /** Whether what it keeps can be restored in its paired region; null: it does not say. */
  readonly hasCrossRegionRestore: boolean | null;
  /** Null: it does not say. */
  readonly redundancy: Redundancy | null;
}

const rowWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  crr: z.nullish(z.string()),
  redundancy: z.nullish(z.string()),
});

const QUESTION = graphQuestion('resources', [
  "where type =~ 'microsoft.recoveryservices/vaults'",
  `extend crr = ${CROSS_REGION}, redundancy = ${REDUNDANCY_COLUMN}`,
  'project id, name, location, crr, redundancy',
  'order by tolower(name) asc, id asc',
]);

/** All Recovery Services vaults that the person may see, by name, from Resource Graph. */
export async function listVaultNames(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<VaultName[]> {
  const rows = await queryGraph(arm, rowWire, QUESTION, signal);
  return rows.map(({ id, name, location, crr, redundancy }) => ({
    id: resourceId(id),
    name,
    region: location,
    hasCrossRegionRestore: crr ? crr.toLowerCase() === 'enabled' : null,
    redundancy: toRedundancy(redundancy),
  }));
}

/**
 * Recovery Services vaults with these words in their name or resource group, names first: from
 * Resource Graph (azure-contract §1).
 */
export const findVaults = finder({ row: vaultWire, toThing: toVault, question: questionOf });

function questionOf(words: readonly string[]): string {
  return graphQuestion('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    `where ${hasWords(words, ['name', 'resourceGroup'])}`,
    `extend rank = ${rankOf(words, 'name')}`,
    'order by rank asc, tolower(name) asc, id asc',
    'project id, name, type, location, properties',
  ]);
}

/** A row of vaults counted by Resource Graph. Its columns are named by the question. */
const vaultCountWire = z.looseObject({ subscriptionId: z.string(), vaults: z.number() });

/** How many vaults of both kinds the person may see, and in how many subscriptions. */
interface VaultCount {
  readonly vaults: number;
  readonly subscriptions: number;
}

/** Counts the vaults of each subscription: Resource Graph counts (azure-contract §1). */
export async function countVaults(arm: ArmPipelines, signal?: AbortSignal): Promise<VaultCount> {
  const query = graphQuestion('resources', [
    "where type in~ ('microsoft.recoveryservices/vaults', 'microsoft.dataprotection/backupvaults')",
    'summarize vaults = count() by subscriptionId',
  ]);
  const rows = await queryGraph(arm, vaultCountWire, query, signal);
  return {
    vaults: rows.reduce((sum, { vaults }) => sum + vaults, 0),
    subscriptions: rows.length,
  };
}

/** How many machines a vault protects, as far as one page tells. */
interface ItemCount {
  readonly count: number;
  /** There are more than counted. */
  readonly isLeast: boolean;
}

/**
 * Counts the machines of one vault by the first page of `GET {V}/backupProtectedItems` (2024-04-01).
 * Without permission, the vault's own list names the missing action; Resource Graph doesn't.
 */
export async function countVaultItems(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<ItemCount> {
  const filter = encodeURIComponent("backupManagementType eq 'AzureIaasVM'");
  const url = `${vaultId}/backupProtectedItems?api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  const page = await sendFor(arm, vaultItemPageWire, { method: 'GET', url, signal });
  return { count: page.value?.length ?? 0, isLeast: Boolean(page.nextLink) };
}

/** Vaults whose instances the user can't read, so that a list over all vaults lacks them. */
interface UnreadVaults {
  readonly vaults: readonly VaultName[];
  /** False: there are too many vaults to ask. */
  readonly isChecked: boolean;
}

/** Maximum number of vaults to check: more would take too long. */
const MOST_VAULTS = 200;

const MOST_QUERIED = 20;

const WITH_INSTANCES = graphQuestion('recoveryservicesresources', [
  "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
  "extend vault = tostring(split(tolower(id), '/backupfabrics/')[0])",
  'summarize items = count() by vault',
]);

/**
 * Lists the vaults that a person can see but not look into. Resource Graph silently omits what it can't
 * read, so this queries each vault without an instance there.
 */
export async function listUnreadVaults(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<UnreadVaults> {
  const all = await listVaultNames(arm, signal);
  if (all.length > MOST_VAULTS) return { vaults: [], isChecked: false };
  const row = z.looseObject({ vault: z.string() });
  const filled = await queryGraph(arm, row, WITH_INSTANCES, signal);
  const known = new Set(filled.map(({ vault }) => vault.toLowerCase()));
  const bare = all.filter(({ id }) => !known.has(id.toLowerCase()));
  const queried = bare.slice(0, MOST_QUERIED);
  const isUnread = await Promise.all(queried.map(async (vault) => isForbidden(arm, vault, signal)));
  return {
    vaults: queried.filter((_, index) => isUnread[index] === true),
    isChecked: bare.length <= MOST_QUERIED,
  };
}

/** Whether the person can't list a vault's contents: `GET {V}/backupProtectedItems` (2024-04-01). */
async function isForbidden(
  arm: ArmPipelines,
  { id }: VaultName,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const filter = encodeURIComponent("backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'");
  const url = `${id}/backupProtectedItems?api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  try {
    await send(arm, { method: 'GET', url, signal });
    return false;
  } catch (error) {
    if (armFacts(error)?.status === 403) return true;
    throw error;
  }
}

/** Under this key stand all lists of vaults, also that of their names. */
export const vaultsKey = ['vaults'] as const;

/** The vaults that a filter lets through, in pages. */
export const vaultPages = (filter: VaultFilter, order: VaultOrder): Pages<Vault> => ({
  key: [...vaultsKey, filter, order],
  read: (wanted, signal) => listVaultPage(session(), { filter, order, ...wanted }, signal),
});

/** How many machines a vault protects. */
export const vaultItemsQuery = queryById('vault items', countVaultItems);

/** The vaults that a list can be narrowed to. */
export const vaultNamesQuery = () =>
  queryOptions({
    queryKey: ['vaults', 'names'],
    queryFn: ({ signal }) => listVaultNames(session(), signal),
    staleTime: 300_000,
  });

/** The vaults that a list over all vaults lacks for want of permission. */
export const unreadVaultsQuery = () =>
  queryOptions({
    queryKey: ['vaults', 'unread'],
    queryFn: ({ signal }) => listUnreadVaults(session(), signal),
    staleTime: 300_000,
  });

/**
 * One vault. Rules depend on its settings, which another tab may have changed: it is read again
 * whenever this tab gets the focus.
 */
export const vaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['vault', id.toLowerCase()],
    queryFn: ({ signal }) => getVault(session(), id, signal),
    refetchOnWindowFocus: 'always',
  });

/** Whose key a vault is encrypted with. */
export const vaultEncryptionQuery = queryById('vault encryption', getVaultEncryption);
