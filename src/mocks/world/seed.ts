import type { JobErrorPlan, JobPlan } from '#src/mocks/time/plan.ts';
import type { MadeThings, Things } from '#src/mocks/world/find-thing.ts';
import type {
  BlobAccessSeed,
  DiskAccessSeed,
  EncryptionSetSeed,
  LimitsSeed,
  NetworkSeed,
  RegionSeed,
  RoleAssignmentSeed,
  StagingSeed,
} from '#src/mocks/world/place-seed.ts';

/** What a request wrote of a resource, in plain data: seeds of things that were written have these. */

/** The body of a resource as it was written, without what Azure adds when it is read. */
export type Model = Readonly<Record<string, unknown>>;

/** Whether a write is under way, or ended badly; missing: the resource is as it was written. */
export type WriteState = 'Creating' | 'Updating' | 'Failed';

/** What a disk keeps from the machine that it was cut from, wherever it is attached later. */
export interface DiskHome {
  /** Id of that machine: key set and disk access are named after it unless others are given. */
  readonly id: string;
  readonly location: string;
  readonly osType: 'Windows' | 'Linux';
  readonly zone?: '1' | '2' | '3';
  readonly encryption: 'none' | 'ADE' | 'CMK';
  readonly encryptionSetId?: string;
  readonly hasPrivateDisks?: boolean;
  readonly diskAccessId?: string;
  readonly hasPlan?: true;
}

/** What a disk has that a request attached. */
interface WrittenDisk {
  /** Missing: it lies beside its machine. */
  readonly id?: string;
  /** Missing: all is as its machine says. */
  readonly home?: DiskHome;
  /** It was cut from an OS disk, also where it is attached as a data disk. */
  readonly isBootable?: boolean;
  /** How it is attached: caching, create and delete option, and what else the request said. */
  readonly attachment?: Model;
}

/** What a machine has that a request wrote. */
interface WrittenMachine {
  /** Its NICs; missing: those that are named after it. */
  readonly cardIds?: readonly string[];
  /** When it was created, in epoch milliseconds; missing: long ago, and Azure doesn't return it (G). */
  readonly createdAtMs?: number;
  readonly model?: Model;
  readonly writeState?: WriteState;
  /** While it is stopped or started. */
  readonly powerChange?: 'deallocating' | 'starting';
  /** Made from an image of the marketplace that has a plan, which a machine of its disks must name. */
  readonly hasPlan?: true;
}

/** A NIC, a public address, an extension or an availability set that was written. */
export interface PartSeed {
  readonly id: string;
  readonly model: Model;
  readonly writeState?: WriteState;
}

/** What was written, or removed again, by now. */
export interface WrittenSeed {
  /** Ids, in lower case, of machines that were written. */
  readonly machineIds: readonly string[];
  readonly parts: readonly PartSeed[];
  /** Ids, in lower case, of NICs and addresses that were removed. */
  readonly removedIds: readonly string[];
}

/** Backup vaults and the disks that they protect (document 002). */

/** A deletion whose end is still to come: the vault keeps what was deleted for some days. */
export interface SoftDeletionSeed {
  /** ISO text. */
  readonly at: string;
  readonly days: number;
}

export interface BackupVaultSeed {
  readonly id: string;
  readonly location: string;
  /** False: it has no system-assigned identity, and so may do nothing anywhere. */
  readonly hasIdentity: boolean;
}

/** A recovery point of a disk: an incremental snapshot. */
export interface DiskPointSeed {
  readonly name: string;
  /** ISO text. */
  readonly time: string;
  /** When it goes; missing: never. */
  readonly expires?: string;
  /** Its snapshot was deleted or moved. */
  readonly isSnapshotGone?: true;
}

export interface DiskInstanceSeed {
  readonly id: string;
  readonly vaultId: string;
  /** What is protected, and of which kind. */
  readonly sourceId: string;
  readonly sourceType: string;
  readonly location: string;
  /** Id of the group in which its snapshots are kept. */
  readonly snapshotGroup: string;
  readonly state: 'ProtectionConfigured' | 'ProtectionStopped' | 'ConfiguringProtection';
  /** Newest first. */
  readonly points: readonly DiskPointSeed[];
  /** Missing: it isn't deleted. */
  readonly softDeleted?: SoftDeletionSeed;
}

/** A restore of a disk from the time before the world's start. */
export interface DiskJobSeed {
  readonly name: string;
  readonly instanceId: string;
  /** Id of the disk that it made, or was to make. */
  readonly targetId: string;
  readonly startedSecondsBefore: number;
  /** What it failed of; missing: it did not fail. */
  readonly error?: JobErrorPlan;
}

/** What a world has of them. */
export interface DiskBackupsSeed {
  readonly backupVaults?: readonly BackupVaultSeed[];
  readonly diskInstances?: readonly DiskInstanceSeed[];
  readonly diskJobs?: readonly DiskJobSeed[];
}

/** What a world says about file recovery, where nothing is verified (G), and what it starts with. */
export interface FileRecoverySeed {
  /** A second session is accepted without a renewal, and both last. */
  readonly isMountedTwice?: true;
  /** A renewal is refused as a second session is. */
  readonly isRenewalRefused?: true;
  /** Sessions that were started elsewhere before the start of the world. */
  readonly sessions?: readonly {
    readonly pointId: string;
    readonly startedSecondsBefore: number;
  }[];
}

/** What the answer lacks: all entries, a known extension, or the text that has the expiry. */
export type LackingScripts = 'scripts' | 'extension' | 'expiry';

/**
 * What a simulated Azure contains before anything is done to it. Plain data: a world is written by
 * hand or generated from a name, never drawn by chance.
 */

export interface SubscriptionSeed {
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly tenantId: string;
}

export interface GroupSeed {
  readonly subscriptionId: string;
  readonly name: string;
  readonly location: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** The person may look at it and make nothing in it. */
  readonly isReadOnly?: true;
}

type CrossSubscriptionSeed = 'Enabled' | 'Disabled' | 'PermanentlyDisabled';

type ProtectionState = 'Enabled' | 'Disabled' | 'AlwaysON';

/** How a vault guards what it keeps against deletion. */
export interface SoftDeleteSeed {
  readonly state: ProtectionState;
  readonly enhanced: ProtectionState;
  readonly days: number;
}

/** A vault's protection; those of its time that say nothing can turn it off. */
export const softDeleteOf = ({ softDelete }: VaultSeed): SoftDeleteSeed =>
  softDelete ?? { state: 'Enabled', enhanced: 'Enabled', days: 14 };

/** The customer-managed key that encrypts a vault, and who reads it for the vault. */
export interface VaultKeySeed {
  readonly uri: string;
  /** Id of the user-assigned identity that reads it; missing: the vault's own. */
  readonly userIdentity?: string;
  readonly infrastructureEncryption?: 'Enabled' | 'Disabled';
}

export interface VaultSeed {
  readonly id: string;
  readonly location: string;
  /** The region of its second copies; missing: the pair of its own. */
  readonly secondaryRegion?: string;
  readonly redundancy: 'LocallyRedundant' | 'GeoRedundant' | 'ZoneRedundant';
  readonly crossRegionRestore: 'Enabled' | 'Disabled';
  /** Missing: an old vault without `restoreSettings`, which is not the same as Disabled. */
  readonly crossSubscriptionRestore?: CrossSubscriptionSeed;
  readonly identityType?:
    | 'SystemAssigned'
    | 'UserAssigned'
    | 'SystemAssigned, UserAssigned'
    | 'None';
  /** Ids of its user-assigned identities. */
  readonly userIdentities?: readonly string[];
  /** Id of the subscription that it was moved from; missing: it was never moved. */
  readonly movedFrom?: string;
  /** The person may see the vault, and nothing that is in it. */
  readonly isForbidden?: true;
  /** The person may look at what is in it, and restore nothing. */
  readonly isReadOnly?: true;
  /** Whose key its data is encrypted with; missing is Microsoft's. */
  readonly encryption?: 'CustomerManaged';
  /** Missing under a customer-managed key: one of the vault's own name. */
  readonly key?: VaultKeySeed;
  readonly softDelete?: SoftDeleteSeed;
  /** Id of the resource guard that watches over it. */
  readonly resourceGuard?: string;
  /** Name of its link to the resource guard; missing is `VaultProxy`. */
  readonly guardProxy?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Properties that mean nothing to restores, shown as they were set. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface DiskSeed extends WrittenDisk {
  /** -1 is the OS disk, as in `recoveryPointDiskConfiguration`. */
  readonly lun: number;
  readonly name: string;
  readonly sizeGiB: number;
  readonly sku: 'Standard_LRS' | 'StandardSSD_LRS' | 'Premium_LRS' | 'UltraSSD_LRS';
  /** When it was created, in epoch milliseconds; missing: long ago, and Azure doesn't return it (G). */
  readonly madeAtMs?: number;
  /** How many machines may use it at once; missing is one. A shared disk is left out of backups. */
  readonly maxShares?: number;
}

export interface MachineSeed extends WrittenMachine {
  /** Id of the virtual machine, spelled as Azure spells it. */
  readonly id: string;
  readonly location: string;
  readonly size: string;
  readonly osType: 'Windows' | 'Linux';
  readonly zone?: '1' | '2' | '3';
  readonly isManaged: boolean;
  readonly deployment: 'arm' | 'classic';
  readonly encryption: 'none' | 'ADE' | 'CMK';
  /** False: the machine was deleted, its backups are still there. */
  readonly exists: boolean;
  readonly isGeneralized: boolean;
  /** Shut down, its cores given back. */
  readonly isStopped?: boolean;
  /** Its disks are reached through a private endpoint (a disk access). */
  readonly hasPrivateDisks?: boolean;
  /** The disk access of private disks; missing is the machine's own, `da-{name}` in its group. */
  readonly diskAccessId?: string;
  /** The encryption set of disks under a customer-managed key; missing is `des-backup` in its group. */
  readonly encryptionSetId?: string;
  readonly disks: readonly DiskSeed[];
  readonly licenseType?: 'Windows_Server';
  readonly tags?: Readonly<Record<string, string>>;
  /** Missing is one. */
  readonly nics?: number;
  readonly availabilitySet?: string;
  readonly extensions?: readonly string[];
  /** It is registered as a SQL virtual machine, with this license. */
  readonly sqlLicense?: 'PAYG' | 'AHUB';
  readonly hasUserIdentity?: boolean;
  readonly hasKeyVaultLink?: boolean;
  /** Made from an image of the owner's, not of the marketplace. */
  readonly isFromCustomImage?: boolean;
  readonly encryptionAtHost?: boolean;
  /** It may have Ultra disks (`additionalCapabilities.ultraSSDEnabled`). */
  readonly canUseUltraDisks?: true;
  readonly securityType?: 'TrustedLaunch';
  readonly hasBootDiagnostics?: true;
  /** Missing: an address of its own in the region's first subnet, and nothing about it. */
  readonly network?: MachineNetworkSeed;
}

/** The first NIC's dependencies; a further NIC has only a place in the subnet. */
interface MachineNetworkSeed {
  /** Missing: the first of its subscription and region. */
  readonly subnetId?: string;
  readonly hasStaticAddress?: true;
  /** A security group on the card; another may be on the subnet. */
  readonly hasSecurityGroup?: true;
  /** Its public addresses: those that stay, and those that do not. */
  readonly publicAddresses?: readonly ('Static' | 'Dynamic')[];
  /** The load balancer that it is behind. */
  readonly balancer?: 'internal' | 'external';
}

/** A managed disk without a machine; what it was cut from says the rest. */
export interface LooseDiskSeed {
  readonly id: string;
  readonly owner: MachineSeed;
  readonly disk: DiskSeed;
}

type TierName = 'InstantRP' | 'HardenedRP' | 'ArchivedRP';
type TierState = 'Valid' | 'Disabled' | 'Deleted' | 'Rehydrated';

export interface TierSeed {
  readonly type: TierName;
  readonly status: TierState;
  /** Until when a point that was brought back stays, ISO text. */
  readonly rehydratedUntil?: string;
}

/** What a machine was like once, in what has changed since. */
type MachineThen = Partial<Pick<MachineSeed, 'size' | 'zone' | 'disks'>>;

export interface PointSeed {
  /** 13 to 19 decimal digits; often above 2^53, so always text. */
  readonly name: string;
  /** ISO text with seven decimals, sent as it is. */
  readonly time: string;
  readonly consistency: 'AppConsistent' | 'FileSystemConsistent' | 'CrashConsistent';
  readonly tiers: readonly TierSeed[];
  /** Missing: an old point that does not say. */
  readonly privateAccess?: boolean;
  /** Missing: the machine was then as it is now. */
  readonly machineThen?: MachineThen;
  readonly rule?: string;
  /** When it goes, ISO text; missing: not reported. */
  readonly expires?: string;
  /** It was deleted, and is kept until it goes. */
  readonly isSoftDeleted?: true;
}

export interface InstanceSeed {
  /** Id of the backup instance, spelled as Azure spells it. */
  readonly id: string;
  readonly vaultId: string;
  readonly machineId: string;
  readonly friendlyName: string;
  readonly policyName: string;
  readonly protectionState: 'Protected' | 'IRPending' | 'ProtectionError' | 'ProtectionStopped';
  readonly healthStatus: 'Passed' | 'ActionRequired' | 'ActionSuggested';
  readonly lastBackupStatus: 'Completed' | 'Failed' | '';
  readonly lastBackupTime: string | null;
  /** Newest first, as in all recordings. */
  readonly points: readonly PointSeed[];
  /** Missing: it isn't deleted. */
  readonly softDeleted?: SoftDeletionSeed;
}

export interface AccountSeed extends BlobAccessSeed {
  readonly id: string;
  readonly location: string;
  readonly kind: 'Storage' | 'StorageV2' | 'BlobStorage' | 'BlockBlobStorage';
  readonly sku: string;
  readonly hasNetworkRules?: boolean;
  readonly allowSharedKeyAccess?: boolean;
}

/** A job of the time before the world's start, or running at it. */
export interface JobSeed {
  readonly name: string;
  readonly itemId: string;
  readonly operation: 'Restore' | 'Backup';
  readonly recoveryType?: 'RestoreDisks' | 'AlternateLocation' | 'OriginalLocation';
  /** Seconds before the world's start. */
  readonly startedSecondsBefore: number;
  readonly pointName?: string;
  readonly target?: {
    readonly group?: string;
    readonly machine?: string;
    readonly account?: string;
  };
  readonly ending?: 'completed' | 'failed' | 'warnings' | 'stalled' | 'cancelled';
  /** What it failed of; missing: the usual. */
  readonly error?: JobErrorPlan;
  /** What it made was deleted before the world's start. */
  readonly isCleanedUp?: true;
}

/** A world, whose things are written down or made on request. */
export interface WorldSeed extends LimitsSeed, DiskBackupsSeed, StagingSeed {
  readonly name: string;
  /** The simulated moment at which the world starts, ISO text. */
  readonly startsAt: string;
  /** The region in `x-ms-routing-request-id`. */
  readonly frontDoor: string;
  readonly subscriptions: readonly SubscriptionSeed[];
  /** Regions that not every world has, or has otherwise. */
  readonly regions?: readonly RegionSeed[];
  readonly groups: readonly GroupSeed[];
  readonly vaults: readonly VaultSeed[];
  readonly machines: Things<MachineSeed>;
  readonly instances: Things<InstanceSeed>;
  readonly accounts: readonly AccountSeed[];
  readonly networks: readonly NetworkSeed[];
  readonly encryptionSets: readonly EncryptionSetSeed[];
  readonly diskAccesses: readonly DiskAccessSeed[];
  /** Missing: no identity holds any role. */
  readonly roleAssignments?: readonly RoleAssignmentSeed[];
  readonly looseDisks?: readonly LooseDiskSeed[];
  readonly written?: WrittenSeed;
  readonly fileRecovery?: FileRecoverySeed;
  readonly jobs: readonly JobSeed[];
  /**
   * What is down, as long as the world lasts: a zone of a region, as the world's first subscription numbers it, or
   * without one all of it.
   */
  readonly outages?: readonly { readonly region: string; readonly zone?: '1' | '2' | '3' }[];
  /** Jobs of a large world's past, in no need of planning; what they made is not in the world. */
  readonly history?: MadeThings<JobPlan>;
  /** Ids that the first restores get, so that a documents' example can be followed word for word. */
  readonly presets?: readonly { readonly operationId: string; readonly jobId: string }[];
}

/** A world whose things are all written down. */
export interface Seed extends WorldSeed {
  readonly machines: readonly MachineSeed[];
  readonly instances: readonly InstanceSeed[];
}
