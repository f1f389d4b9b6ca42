import type {
  DiskAccess,
  DiskEncryptionSet,
  Region,
  Subnet,
  VirtualNetwork,
} from '#src/model/placement.ts';
import type {
  ProtectedItem,
  RecoveryPoint,
  Vault,
  VaultEncryption,
} from '#src/model/recovery-services.ts';
import { allows, type Permission } from '#src/model/permission.ts';
import { sameId } from '#src/model/resource-id.ts';
import type {
  Disk,
  Machine,
  ResourceGroup,
  StorageAccount,
  Subscription,
} from '#src/model/target.ts';
import type {
  Facts,
  OperatorFacts,
  PointFacts,
  TargetFacts,
  VaultFacts,
} from '#src/rules/facts.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { vmFacts } from '#src/wizard/draft/vm-facts.ts';

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
  readonly networks: Read<VirtualNetwork[]>;
  readonly machineNames: Read<string[]>;
  readonly encryptionSets: Read<DiskEncryptionSet[]>;
  readonly diskAccesses: Read<DiskAccess[]>;
  readonly regions: Read<Region[]>;
  readonly vaultEncryption: Read<VaultEncryption>;
  /** What the person may do where the restore would go. */
  readonly permissions: Read<Permission[]>;
}

/** What a draft's reads say, as facts for the rules. A read not done leaves its facts unknown. */
export function factsOf(reads: Reads, choices: DraftChoices): Facts {
  const point = known(reads.points)?.find(({ name }) => name === choices.point);
  return {
    vm: vmFacts(reads, point),
    point: point === undefined ? {} : pointFacts(point),
    vault: {
      ...vaultFacts(known(reads.vault), known(reads.subscriptions)),
      cmkEnabled: known(reads.vaultEncryption)?.usesCustomerKey ?? undefined,
    },
    target: targetFacts(reads, choices),
    operator: operatorFacts(known(reads.permissions)),
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
    transferToVaultDone: point.tier === 'unknown' ? undefined : point.tier !== 'snapshot',
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
    identities: vault.identities,
  };
}

/** To make a machine one must be allowed to write one (document 000, Before you start). */
function operatorFacts(permissions: readonly Permission[] | undefined): Partial<OperatorFacts> {
  if (permissions === undefined) return {};
  return { canRestoreVm: allows(permissions, 'Microsoft.Compute/virtualMachines/write') };
}

function targetFacts(reads: Reads, { vnet }: DraftChoices): Partial<TargetFacts> {
  const vault = known(reads.vault);
  const network = known(reads.networks)?.find(({ id }) => sameId(id, vnet));
  const region = known(reads.regions)?.find(({ name }) => sameId(name, vault?.region));
  return {
    vmNames: known(reads.machineNames),
    rgNames: known(reads.groups)?.map(({ name }) => name),
    stagingAccountsInRegion: accountsInRegion(known(reads.accounts), vault),
    regionHasZones: region === undefined ? undefined : region.zones.length > 0,
    firstSubnet: network === undefined ? undefined : (usableSubnets(network)[0]?.name ?? null),
  };
}

/** The subnets that a machine can be put into, in Azure's own order. */
export function usableSubnets({ subnets }: VirtualNetwork): Subnet[] {
  return subnets.filter(({ isDelegated }) => !isDelegated);
}

function accountsInRegion(
  accounts: readonly StorageAccount[] | undefined,
  vault: Vault | undefined,
): number | undefined {
  if (accounts === undefined || vault === undefined) return undefined;
  return accounts.filter(({ region }) => sameId(region, vault.region)).length;
}
