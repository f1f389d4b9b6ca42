import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  onVault,
  refuseInReadOnlyGroup,
  vaultAction,
  vaultPath,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, ok, route, type Route } from '#src/mocks/service.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import { softDeleteOf, type SoftDeleteSeed, type VaultSeed } from '#src/mocks/world/seed.ts';

/** A vault's configuration (azure-contract §2). It holds as soon as it is answered. */

const storagePath = `${vaultPath}/backupstorageconfig/vaultstorageconfig`;
const configPath = `${vaultPath}/backupconfig/vaultconfig`;

/** Spelled as in the official list of operations (S). */
const storageAction = `${vaultAction}/storageConfig`;
const configAction = `${vaultAction}/backupconfig/vaultconfig`;

const isLocked = ({ state }: Call, { id }: VaultSeed): boolean => instancesIn(state, id).length > 0;

function storageOf(call: Call, vault: VaultSeed): StorageConfigWire {
  return {
    id: `${vault.id}/backupstorageconfig/vaultstorageconfig`,
    name: 'vaultstorageconfig',
    type: 'Microsoft.RecoveryServices/vaults/backupstorageconfig',
    properties: {
      storageModelType: vault.redundancy,
      storageType: vault.redundancy,
      storageTypeState: isLocked(call, vault) ? 'Locked' : 'Unlocked',
      crossRegionRestoreFlag: vault.crossRegionRestore === 'Enabled',
    },
  };
}

function configOf(vault: VaultSeed): VaultConfigWire {
  const { state, days, enhanced } = softDeleteOf(vault);
  return {
    id: `${vault.id}/backupconfig/vaultconfig`,
    name: 'vaultconfig',
    type: 'Microsoft.RecoveryServices/vaults/backupconfig',
    properties: {
      enhancedSecurityState: enhanced,
      softDeleteFeatureState: state,
      softDeleteRetentionPeriodInDays: days,
      isSoftDeleteFeatureStateEditable: state !== 'AlwaysON',
    },
  };
}

type Change = Pick<VaultSeed, 'redundancy' | 'crossRegionRestore'>;

const REDUNDANCIES = ['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant'] as const;

/** The storage that a request wants, or why it cannot be. */
function wantedStorage(call: Call, vault: VaultSeed): Change | string {
  const body = storageConfigWire.safeParse(parseJson(call.request.body));
  const wish = body.data?.properties ?? null;
  return wish === null
    ? 'The request body is not a storage configuration.'
    : storageChange(call, vault, wish);
}

/** What a wish for other storage makes of a vault, or why it cannot be; the codes are guesses (G). */
export function storageChange(
  call: Call,
  vault: VaultSeed,
  asked: {
    readonly storageType?: string | null | undefined;
    readonly crossRegionRestoreFlag?: boolean | null | undefined;
  },
): Change | string {
  const type = asked.storageType ?? vault.redundancy;
  const redundancy = REDUNDANCIES.find((known) => known === type);
  if (redundancy === undefined) return `storageType '${type}' is not possible for this vault.`;
  if (redundancy !== vault.redundancy && isLocked(call, vault)) {
    return 'The storage type of a vault that protects items cannot be changed.';
  }
  // Without a word the feature stays as it is; a vault that is not geo-redundant cannot have it.
  const flag = asked.crossRegionRestoreFlag ?? null;
  if (flag === true && redundancy !== 'GeoRedundant') {
    return 'Cross Region Restore needs a vault with geo-redundant storage.';
  }
  const isOn = redundancy === 'GeoRedundant' && (flag ?? vault.crossRegionRestore === 'Enabled');
  return { redundancy, crossRegionRestore: isOn ? 'Enabled' : 'Disabled' };
}

/** Stores a change that is wanted, and answers what `answer` makes of the vault with it. */
function stored(
  call: Call,
  vault: VaultSeed,
  wanted: Partial<VaultSeed> | string,
  answer: (changed: VaultSeed) => Answer,
): Answer {
  if (typeof wanted === 'string') return invalidInput(wanted);
  return {
    ...answer({ ...vault, ...wanted }),
    events: [{ type: 'vault-configured', at: call.now, vaultId: vault.id, change: wanted }],
  };
}

const changeStorage = (call: Call, answer: (changed: VaultSeed) => Answer): Answer =>
  withVault(
    call,
    (vault) =>
      refuseInReadOnlyGroup(call, `${storageAction}/write`, vault.id) ??
      stored(call, vault, wantedStorage(call, vault), answer),
  );

const STATES = ['Enabled', 'Disabled', 'AlwaysON'] as const;
const stateWire = z.optional(z.literal(STATES));
const protectionWire = z.looseObject({
  softDeleteFeatureState: stateWire,
  enhancedSecurityState: stateWire,
  softDeleteRetentionPeriodInDays: z.optional(z.int().check(z.minimum(14), z.maximum(180))),
});
const wishWire = z.looseObject({ properties: protectionWire });

/** The protection that a request wants, or why it cannot be. 14 to 180 days and the codes are guesses (G). */
function wantedProtection(call: Call, vault: VaultSeed): { softDelete: SoftDeleteSeed } | string {
  const body = parseJson(call.request.body);
  const wish = wishWire.safeParse(body).data?.properties;
  if (!vaultConfigWire.safeParse(body).success || wish === undefined) {
    return 'The request body is not a vault configuration.';
  }
  return protectionChange(vault, wish);
}

/** What a wish for another protection of deleted backups makes of a vault, or why it cannot be. */
export function protectionChange(
  vault: VaultSeed,
  asked: z.infer<typeof protectionWire>,
): { softDelete: SoftDeleteSeed } | string {
  const present = softDeleteOf(vault);
  const state = asked.softDeleteFeatureState ?? present.state;
  const enhanced = asked.enhancedSecurityState ?? present.enhanced;
  const isLeft = (from: string, to: string): boolean => from === 'AlwaysON' && to !== from;
  if (isLeft(present.state, state) || isLeft(present.enhanced, enhanced)) {
    return 'What is always on cannot be turned off again.';
  }
  const days = asked.softDeleteRetentionPeriodInDays ?? present.days;
  return { softDelete: { state, enhanced, days } };
}

const changeConfig = (call: Call): Answer =>
  withVault(
    call,
    (vault) =>
      refuseInReadOnlyGroup(call, `${configAction}/write`, vault.id) ??
      stored(call, vault, wantedProtection(call, vault), (changed) => ok(configOf(changed))),
  );

export const vaultConfigRoutes: readonly Route[] = [
  route.get(
    'vaults.storageConfig',
    storagePath,
    onVault((call, vault) => ok(storageOf(call, vault))),
    `${storageAction}/read`,
  ),
  route.patch(
    'vaults.changeStorageConfig',
    storagePath,
    (call) => changeStorage(call, () => ({ status: 204 })),
    `${storageAction}/write`,
  ),
  route.put(
    'vaults.putStorageConfig',
    storagePath,
    (call) => changeStorage(call, (changed) => ok(storageOf(call, changed))),
    `${storageAction}/write`,
  ),
  route.get(
    'vaults.config',
    configPath,
    onVault((_, vault) => ok(configOf(vault))),
  ),
  route.patch('vaults.changeConfig', configPath, changeConfig),
  route.put('vaults.putConfig', configPath, changeConfig),
];

/** A vault's configuration (azure-contract §2; 2024-04-01): every property may be missing. */
const configWireOf = <Properties extends z.core.$ZodType>(properties: Properties) =>
  z.looseObject({ id: maybe(z.string()), name: maybe(z.string()), properties: maybe(properties) });

/** `GET {V}/backupstorageconfig/vaultstorageconfig`. */
export const storageConfigWire = configWireOf(
  z.looseObject({
    storageModelType: maybe(z.string()),
    /** `LocallyRedundant`, `GeoRedundant`, `ZoneRedundant`, `ReadAccessGeoZoneRedundant`, `Invalid`. */
    storageType: maybe(z.string()),
    /** `Locked` once anything is protected. */
    storageTypeState: maybe(z.string()),
    /** Missing is false. */
    crossRegionRestoreFlag: maybe(z.boolean()),
  }),
);

export type StorageConfigWire = z.infer<typeof storageConfigWire>;

/** `GET {V}/backupconfig/vaultconfig`. */
export const vaultConfigWire = configWireOf(
  z.looseObject({
    /** `Enabled`, `Disabled`, `AlwaysON` or `Invalid`; the capitals are Azure's. */
    softDeleteFeatureState: maybe(z.string()),
    softDeleteRetentionPeriodInDays: maybe(z.number()),
    enhancedSecurityState: maybe(z.string()),
    isSoftDeleteFeatureStateEditable: maybe(z.boolean()),
  }),
);

export type VaultConfigWire = z.infer<typeof vaultConfigWire>;
