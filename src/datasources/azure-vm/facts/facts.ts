import { newerTextsCount } from '#src/lib/newer-texts.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import { isCut, takenNames, unlessCut } from '#src/lib/list.ts';
import { canBeMadeInAny } from '#src/model/machines.ts';
import {
  type Region,
  sameRegion,
  type StorageAccount,
  type Subscription,
  usableSubnets,
  type VirtualNetwork,
  zonePeer,
} from '#src/model/places.ts';
import { isDeletedSoftly } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { Vault } from '#src/model/vaults.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Facts, PointFacts, TargetFacts, VaultFacts } from '#src/rules/facts.ts';
import {
  goesElsewhere,
  networkChoice,
  pairedRegion,
  pointOf,
  type RegionChoices,
  targetRegion,
} from '#src/datasources/azure-vm/choices/target-region.ts';
import { answerFacts, outageFacts } from '#src/datasources/azure-vm/choices/questions.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import {
  identityFacts,
  mayWriteDisks,
  operatorFacts,
} from '#src/datasources/azure-vm/facts/rights-facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { vmFacts } from '#src/datasources/azure-vm/facts/vm-facts.ts';

/** What a draft's reads say, as facts for the rules. A read not done leaves its facts unknown. */
export function factsOf(reads: Reads, choices: VmChoices): Facts {
  const point = pointOf(choices, reads);
  const vm = vmFacts(reads, point);
  return {
    vm: { ...vm, ...answerFacts(choices, vm) },
    item: { isSoftDeleted: isDeletedSoftly(known(reads.instance)) },
    point:
      point === undefined ? {} : { ...pointFacts(point, reads.at), ...replicaFacts(point, reads) },
    vault: {
      ...vaultFacts(known(reads.vault), known(reads.subscriptions)),
      cmkEnabled: known(reads.vaultEncryption)?.usesCustomerKey ?? undefined,
      secondaryRegion: pairedRegion(reads),
    },
    target: {
      ...targetFacts(reads, choices),
      ownZone: isOwnSubscription(reads, choices) ? undefined : zoneThere(vm.zone, reads, choices),
    },
    operator: operatorFacts(reads),
    identity: identityFacts(reads, choices),
    platform: { ...outageFacts(choices), skuAvailable: sizeAvailable(reads, point, choices) },
    // The archive is switched on: Azure takes such a point only with a request to bring it back
    // first (azure-contract §5), which is not made here.
    policy: {
      archive: true,
      czrNonPinned: false,
      networkStepAlways: false,
      czrBothTiers: newerTextsCount(),
    },
    disk: null,
    bv: null,
    job: null,
  };
}

const TIERS: Readonly<Record<RecoveryPoint['tier'], PointFacts['tier'] | undefined>> = {
  snapshot: 'Snapshot',
  snapshotAndVaultStandard: 'SnapshotAndVault',
  vaultStandard: 'Vault',
  vaultArchive: 'Archive',
  unknown: undefined,
};

const CONSISTENCY: Readonly<Record<RecoveryPoint['consistency'], string | undefined>> = {
  application: 'AppConsistent',
  fileSystem: 'FileSystemConsistent',
  crash: 'CrashConsistent',
  unknown: undefined,
};

const HOUR_MS = 3_600_000;

function pointFacts(point: RecoveryPoint, at: Instant): Partial<PointFacts> {
  return {
    id: point.name,
    time: point.time === null ? undefined : isoText(point.time),
    ageHours: point.time === null ? undefined : (at - point.time) / HOUR_MS,
    tier: TIERS[point.tier],
    transferToVaultDone: point.tier === 'unknown' ? undefined : point.tier !== 'snapshot',
    // A point that was brought back counts as one of the vault.
    isRehydrated: point.tier === 'vaultArchive' ? false : undefined,
    consistency: CONSISTENCY[point.consistency],
    diskCount: point.diskCount ?? undefined,
    isSourceEncrypted: point.isEncrypted ?? undefined,
    isSoftDeleted: point.isSoftDeleted,
    hoursToExpiry: point.expiresAt === null ? null : (point.expiresAt - at) / HOUR_MS,
  };
}

/** Two points are the same by their name, in whichever region. */
function replicaFacts({ name }: RecoveryPoint, { secondaryPoints }: Reads): Partial<PointFacts> {
  const all = known(secondaryPoints);
  if (all === undefined) return {};
  const isThere = all.some((point) => point.name === name);
  return { inSecondary: unlessCut(all, isThere) };
}

function vaultFacts(
  vault: Vault | undefined,
  subscriptions: readonly Subscription[] | undefined,
): Partial<VaultFacts> {
  if (vault === undefined) return {};
  const own = subscriptions?.find(({ id }) => sameId(id, vault.subscriptionId));
  const { redundancy } = vault;
  return {
    type: 'RecoveryServices',
    region: vault.region,
    redundancy:
      redundancy === 'GZRS' || redundancy === 'RA-GZRS' ? undefined : (redundancy ?? undefined),
    crrEnabled: vault.crossRegionRestore ?? undefined,
    csrState: vault.crossSubscriptionRestore,
    subscription: vault.subscriptionId,
    tenant: own?.tenantId ?? undefined,
    movedSubscription: vault.movedFrom !== null,
    originalSubscription: vault.movedFrom,
    identities: vault.identities,
    userIdentityIds: vault.userIdentityIds,
  };
}

/** The region restored to, as the target subscription sees it. */
export function regionOf(choices: VmChoices, reads: Reads): Region | undefined {
  const region = targetRegion(choices, reads) ?? null;
  return known(reads.regions)?.find(({ name }) => sameRegion(name, region));
}

/**
 * What the target subscription calls a zone of the machine's subscription. In another region the number alone
 * is carried over; undefined where Azure doesn't report which place each of them is.
 */
export function zoneThere(
  zone: string | null | undefined,
  reads: Reads,
  choices: RegionChoices & Pick<VmChoices, 'subscription'>,
): string | null | undefined {
  if (zone === null || zone === undefined) return zone;
  if (isOwnSubscription(reads, choices) || goesElsewhere(choices, reads)) return zone;
  const from = known(reads.ownRegions);
  const to = known(reads.regions);
  const region = known(reads.vault)?.region;
  if (from === undefined || to === undefined || region === undefined) return undefined;
  return zonePeer(zone, { from, to, region }) ?? undefined;
}

/** Whether it is restored in the subscription that the machine is in. */
const isOwnSubscription = (
  { instance }: Reads,
  { subscription }: Pick<VmChoices, 'subscription'>,
): boolean => subscription === null || sameId(subscription, known(instance)?.subscriptionId);

/**
 * Whether a machine of the point's size can be made: in the zone chosen, else in that of the point,
 * whose zone means nothing in another region. Where it isn't known which zone that is, any may be meant.
 */
function sizeAvailable(
  reads: Reads,
  point: RecoveryPoint | undefined,
  choices: VmChoices,
): boolean | undefined {
  const all = known(reads.sizes);
  const size = point?.vmSize ?? null;
  if (all === undefined || size === null) return undefined;
  const own = goesElsewhere(choices, reads) ? null : (point?.zone ?? null);
  if (isCut(all) && !all.some(({ name }) => sameId(name, size))) return undefined;
  const zone = choices.zone ?? zoneThere(own, reads, choices);
  const any = regionOf(choices, reads)?.zones ?? [];
  return canBeMadeInAny(all, size, zone === undefined ? any : [zone]);
}

function targetFacts(reads: Reads, choices: VmChoices): Partial<TargetFacts> {
  const { diskAccessId, diskEncryptionSet } = choices;
  const vnet = networkChoice(choices, reads);
  const network = known(reads.networks)?.find(({ id }) => sameId(id, vnet));
  const region = regionOf(choices, reads);
  return {
    vmNames: takenNames(known(reads.machineNames), choices.vmName),
    rgNames: takenNames(
      known(reads.groups)?.map(({ name }) => name),
      choices.rg,
    ),
    stagingAccountsInRegion: accountsInRegion(known(reads.accounts), targetRegion(choices, reads)),
    diskAccessUsable: chosen(known(reads.diskAccesses), diskAccessId)?.hasApprovedEndpoint,
    encryptionSetReady: chosen(known(reads.encryptionSets), diskEncryptionSet)?.isReady,
    hasPermissions: mayWriteDisks(reads),
    vnetInSecondary: networkIn(pairedRegion(reads), known(reads.networks)),
    regionHasZones: region === undefined ? undefined : region.zones.length > 0,
    firstSubnet: network === undefined ? undefined : (usableSubnets(network)[0]?.name ?? null),
  };
}

/**
 * Whether a network is in a region; a nonexistent region has no network, and for an unknown one the answer is
 * unknown.
 */
function networkIn(
  region: string | null | undefined,
  networks: readonly VirtualNetwork[] | undefined,
): boolean | undefined {
  if (region === undefined || networks === undefined) return undefined;
  const isThere = networks.some((network) => region !== null && sameRegion(network.region, region));
  return unlessCut(networks, isThere);
}

/** The chosen one of a list; undefined while the list is not read, and when it is no longer in it. */
function chosen<One extends { readonly id: string }>(
  list: readonly One[] | undefined,
  id: string | null,
): One | undefined {
  return list?.find((one) => sameId(one.id, id));
}

function accountsInRegion(
  accounts: readonly StorageAccount[] | undefined,
  target: string | null | undefined,
): number | undefined {
  if (accounts === undefined || target === undefined) return undefined;
  const count = accounts.filter(({ region }) => sameRegion(region, target)).length;
  return count === 0 && isCut(accounts) ? undefined : count;
}
