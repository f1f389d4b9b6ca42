import type { ProtectedItem, RecoveryPoint, Vault } from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import type {
  Disk,
  Machine,
  ResourceGroup,
  StorageAccount,
  Subscription,
} from '#src/model/target.ts';
import type { Facts, PointFacts, VaultFacts, VmFacts } from '#src/rules/facts.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';

/** Everything the wizard has asked Azure about one draft, each read with its state. */
export interface Reads {
  readonly instance: Read<ProtectedItem>;
  readonly vault: Read<Vault>;
  readonly points: Read<RecoveryPoint[]>;
  readonly machine: Read<Machine | null>;
  readonly disks: readonly Read<Disk>[];
  readonly subscriptions: Read<Subscription[]>;
  readonly groups: Read<ResourceGroup[]>;
  readonly accounts: Read<StorageAccount[]>;
}

/** What a draft's reads say, as facts for the rules. A read not done leaves its facts unknown. */
export function factsOf(reads: Reads, pointName: string | null): Facts {
  const point = known(reads.points)?.find(({ name }) => name === pointName);
  return {
    vm: vmFacts(reads, point),
    point: point === undefined ? {} : pointFacts(point),
    vault: vaultFacts(known(reads.vault), known(reads.subscriptions)),
    target: {
      rgNames: known(reads.groups)?.map(({ name }) => name),
      stagingAccountsInRegion: accountsInRegion(known(reads.accounts), known(reads.vault)),
    },
    // No service says that a region is down: nobody has said so, hence it is taken to be up.
    platform: { primaryDown: false, pinnedZoneDown: false },
    // The archive is switched on: Azure takes such a point only with a request to bring it back
    // first (azure-contract §5), which is not made here.
    policy: { archive: true, czrNonPinned: false, networkStepAlways: false },
    disk: null,
    bv: null,
    job: null,
  };
}

function vmFacts(reads: Reads, point: RecoveryPoint | undefined): Partial<VmFacts> {
  const item = known(reads.instance);
  const machine = known(reads.machine);
  const sizes = (machine?.disks ?? []).flatMap(({ sizeGiB }) =>
    sizeGiB === null ? [] : [sizeGiB],
  );
  return {
    id: item?.sourceResourceId,
    name: item?.friendlyName,
    resourceGroup: item?.resourceGroup,
    deployment: item?.deployment,
    exists: machine === undefined ? undefined : machine !== null,
    isManaged: point?.isManaged ?? managedDisks(machine),
    isPremium: point?.isPremium ?? undefined,
    encryption: encryptionOf(point, machine),
    size: point?.vmSize ?? machine?.size ?? undefined,
    zone: machine === undefined || machine === null ? undefined : machine.zone,
    region: machine?.region,
    osType: machine?.osType ?? undefined,
    diskCount: point?.diskCount ?? machine?.disks.length,
    diskSizesGiB: sizes.length > 0 ? sizes : undefined,
    availabilitySet:
      machine === undefined || machine === null ? undefined : machine.availabilitySet,
    hasPrivateEndpointDisks: point?.hasPrivateAccessDisks ?? privateDisks(reads.disks),
  };
}

function managedDisks(machine: Machine | null | undefined): boolean | undefined {
  return machine?.disks.every(({ managedDiskId }) => managedDiskId !== null);
}

/** A point says only that its source was encrypted by a disk extension; keys are the disks' own. */
function encryptionOf(
  point: RecoveryPoint | undefined,
  machine: Machine | null | undefined,
): VmFacts['encryption'] | undefined {
  if (point?.isEncrypted === true) return 'ADE';
  if (point?.isEncrypted !== false || machine === undefined || machine === null) return undefined;
  return machine.disks.some(({ hasCustomerKey }) => hasCustomerKey) ? 'SSE-CMK' : 'SSE-PMK';
}

/** True as soon as one disk is private, false once all are known not to be. */
function privateDisks(disks: readonly Read<Disk>[]): boolean | undefined {
  const answers = disks.map((disk) => known(disk)?.hasPrivateAccess ?? undefined);
  if (answers.includes(true)) return true;
  return answers.length > 0 && answers.every((answer) => answer === false) ? false : undefined;
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

function pointFacts(point: RecoveryPoint): Partial<PointFacts> {
  return {
    id: point.name,
    tier: TIERS[point.tier],
    // A point that was brought back counts as one of the vault.
    isRehydrated: point.tier === 'vaultArchive' ? false : undefined,
    consistency: CONSISTENCY[point.consistency],
    diskCount: point.diskCount ?? undefined,
  };
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
  };
}

function accountsInRegion(
  accounts: readonly StorageAccount[] | undefined,
  vault: Vault | undefined,
): number | undefined {
  if (accounts === undefined || vault === undefined) return undefined;
  return accounts.filter(({ region }) => sameId(region, vault.region)).length;
}
