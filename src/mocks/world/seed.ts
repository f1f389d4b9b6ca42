import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { MadeThings, Things } from '#src/mocks/world/things.ts';

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
  /** The person may look at it and make nothing in it. */
  readonly isReadOnly?: true;
}

export type CrossSubscriptionSeed = 'Enabled' | 'Disabled' | 'PermanentlyDisabled';

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

export interface VaultSeed {
  readonly id: string;
  readonly location: string;
  readonly redundancy: 'LocallyRedundant' | 'GeoRedundant' | 'ZoneRedundant';
  readonly crossRegionRestore: 'Enabled' | 'Disabled';
  /** Missing: an old vault without `restoreSettings`, which is not the same as Disabled. */
  readonly crossSubscriptionRestore?: CrossSubscriptionSeed;
  readonly identityType?: 'SystemAssigned' | 'UserAssigned' | 'SystemAssigned, UserAssigned';
  /** Ids of its user-assigned identities. */
  readonly userIdentities?: readonly string[];
  /** Id of the subscription that it was moved from; missing: it was never moved. */
  readonly movedFrom?: string;
  /** The person may see the vault, and nothing that is in it. */
  readonly isForbidden?: true;
  /** Whose key its data is encrypted with; missing is Microsoft's. */
  readonly encryption?: 'CustomerManaged';
  readonly softDelete?: SoftDeleteSeed;
  /** Id of the resource guard that watches over it. */
  readonly resourceGuard?: string;
}

export interface DiskSeed {
  /** -1 is the OS disk, as in `recoveryPointDiskConfiguration`. */
  readonly lun: number;
  readonly name: string;
  readonly sizeGiB: number;
  readonly sku: 'Standard_LRS' | 'StandardSSD_LRS' | 'Premium_LRS' | 'UltraSSD_LRS';
}

export interface MachineSeed {
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
  /** Its disks are reached through a private endpoint (a disk access). */
  readonly hasPrivateDisks?: boolean;
  /** The disk access of private disks; missing is the machine's own, `da-{name}` in its group. */
  readonly diskAccessId?: string;
  /** The encryption set of disks under a customer's key; missing is `des-backup` in its group. */
  readonly encryptionSetId?: string;
  readonly disks: readonly DiskSeed[];
  readonly licenseType?: 'Windows_Server';
  /** Missing is one. */
  readonly nics?: number;
  readonly availabilitySet?: string;
  readonly extensions?: readonly string[];
  readonly hasUserIdentity?: boolean;
  readonly hasKeyVaultLink?: boolean;
  /** Made from an image of the owner's, not of the marketplace. */
  readonly isFromCustomImage?: boolean;
  readonly encryptionAtHost?: boolean;
}

/** A managed disk that hangs on no machine; what it was cut from says the rest. */
export interface LooseDiskSeed {
  readonly id: string;
  readonly owner: MachineSeed;
  readonly disk: DiskSeed;
}

export type TierName = 'InstantRP' | 'HardenedRP' | 'ArchivedRP';
export type TierState = 'Valid' | 'Disabled' | 'Deleted' | 'Rehydrated';

export interface TierSeed {
  readonly type: TierName;
  readonly status: TierState;
  /** Until when a point that was brought back stays, ISO text. */
  readonly rehydratedUntil?: string;
}

/** What a machine was like once, in what has changed since. */
export type MachineThen = Partial<Pick<MachineSeed, 'size' | 'zone' | 'disks'>>;

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
}

export interface InstanceSeed {
  /** Id of the protected item, spelled as Azure spells it. */
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
}

/** A point with other copies; named one by one for the same reason as in {@link withPoints}. */
export function withTiers(one: PointSeed, tiers: readonly TierSeed[]): PointSeed {
  return {
    name: one.name,
    time: one.time,
    consistency: one.consistency,
    tiers,
    ...(one.privateAccess === undefined ? {} : { privateAccess: one.privateAccess }),
    ...(one.machineThen === undefined ? {} : { machineThen: one.machineThen }),
    ...(one.rule === undefined ? {} : { rule: one.rule }),
  };
}

/**
 * A protected item with other points. Its facts are named one by one: an item that is made when it is
 * asked for has none that could be spread.
 */
export function withPoints(one: InstanceSeed, points: readonly PointSeed[]): InstanceSeed {
  return {
    id: one.id,
    vaultId: one.vaultId,
    machineId: one.machineId,
    friendlyName: one.friendlyName,
    policyName: one.policyName,
    protectionState: one.protectionState,
    healthStatus: one.healthStatus,
    lastBackupStatus: one.lastBackupStatus,
    lastBackupTime: one.lastBackupTime,
    points,
  };
}

export interface AccountSeed {
  readonly id: string;
  readonly location: string;
  readonly kind: 'Storage' | 'StorageV2' | 'BlobStorage' | 'BlockBlobStorage';
  readonly sku: string;
  readonly hasNetworkRules?: boolean;
  readonly allowSharedKeyAccess?: boolean;
}

export interface SubnetSeed {
  readonly name: string;
  readonly prefix: string;
  /** The service to which it is given over. */
  readonly delegatedTo?: string;
}

export interface NetworkSeed {
  readonly id: string;
  readonly location: string;
  readonly subnets: readonly SubnetSeed[];
}

export interface EncryptionSetSeed {
  readonly id: string;
  readonly location: string;
  readonly encryptionType:
    | 'EncryptionAtRestWithCustomerKey'
    | 'EncryptionAtRestWithPlatformAndCustomerKeys';
  /** Missing is Succeeded. */
  readonly provisioningState?: 'Creating' | 'Failed';
}

export interface DiskAccessSeed {
  readonly id: string;
  readonly location: string;
  /** State of its private endpoint; missing: it has none. */
  readonly endpoint?: 'Approved' | 'Pending' | 'Rejected';
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
}

/** A world, whose things are written down or made when they are asked for. */
export interface WorldSeed {
  readonly name: string;
  /** The simulated moment at which the world begins, ISO text. */
  readonly startsAt: string;
  /** The region in `x-ms-routing-request-id`. */
  readonly frontDoor: string;
  readonly subscriptions: readonly SubscriptionSeed[];
  readonly groups: readonly GroupSeed[];
  readonly vaults: readonly VaultSeed[];
  readonly machines: Things<MachineSeed>;
  readonly instances: Things<InstanceSeed>;
  readonly accounts: readonly AccountSeed[];
  readonly networks: readonly NetworkSeed[];
  readonly encryptionSets: readonly EncryptionSetSeed[];
  readonly diskAccesses: readonly DiskAccessSeed[];
  readonly looseDisks?: readonly LooseDiskSeed[];
  readonly jobs: readonly JobSeed[];
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
