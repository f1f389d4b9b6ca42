import type { StagingChoice, VnetChoice } from './fields.ts';

/**
 * What a rule may read. Every property has one of three states: a value; `null`, known to be
 * absent; left out or `undefined`, NOT KNOWN (not loaded, not permitted, failed). A whole group that
 * is `null` is known not to exist here (a wizard draft has no job), so rules that read it are silent.
 */

export type ConsistencyFact = 'AppConsistent' | 'FileSystemConsistent' | 'CrashConsistent';
export type TierFact = 'Snapshot' | 'SnapshotAndVault' | 'Vault' | 'Archive';
export type EncryptionFact = 'none' | 'ADE' | 'SSE-PMK' | 'SSE-CMK' | 'SSE-PMK+CMK';

export type VmFacts = {
  id: string;
  name: string;
  resourceGroup: string;
  exists: boolean;
  /** Its backup instance takes no more backups. */
  isProtectionStopped: boolean;
  deployment: 'arm' | 'classic';
  isManaged: boolean;
  encryption: EncryptionFact;
  isPremium: boolean;
  size: string;
  zone: string | null;
  region: string;
  osType: 'Windows' | 'Linux';
  isGeneralized: boolean;
  /** Whether it is not shut down. */
  isRunning: boolean;
  fromCustomImage: boolean;
  hasUserIdentity: boolean;
  hasKeyVaultLink: boolean;
  hasUltraDisks: boolean;
  hasPrivateEndpointDisks: boolean;
  encryptionAtHost: boolean;
  diskCount: number;
  /** The largest size each disk has or ever had, GiB; null when only the largest is known. */
  diskSizesGiB: readonly number[] | null;
  maxDiskGiB: number;
  availabilitySet: string | null;
  loadBalancer: 'none' | 'internal' | 'external';
  nicCount: number;
  reservedIpCount: number;
  staticIp: boolean;
  hasNsg: boolean;
  hybridBenefit: boolean;
  isSql: boolean;
  hasExtensions: boolean;
  cloudInit: boolean;
  domainJoined: boolean;
  domainTrouble: boolean;
  dc:
    | 'none'
    | 'single-dc-single-domain'
    | 'multiple-dc-single-domain'
    | 'single-dc-multi-domain'
    | 'multi-domain-forest';
  otherDcReachable: boolean;
  isolatedNetwork: boolean;
  vnetInPrimary: boolean;
  keyVaultEncrypted: boolean;
  encryptedBlobs: boolean;
  /** A disk that several machines share, or with Write Accelerator, is in the chosen point. */
  hasSharedDisks: boolean;
  /** A disk that several machines share isn't in the chosen point. */
  leavesOutSharedDisks: boolean;
  hasWriteAccelerator: boolean;
  /** Its system and version, as file recovery tells them apart: `ws2019`. */
  system: string;
  isDeduplicated: boolean;
  /** Volumes that span disks: dynamic disks, Storage Spaces, LVM, software RAID. */
  spansDisks: boolean;
  /** Its unmanaged disks are in a storage account that lets only some networks in. */
  isAccountRestricted: boolean;
};

/** The backup instance, whatever it is of. */
export type ItemFacts = {
  /** Someone deleted it, and Azure keeps it for some days. */
  isSoftDeleted: boolean;
};

export type PointFacts = {
  id: string;
  time: string;
  /** Azure adds values: an unknown one is carried as its text (gap G-12). */
  consistency: ConsistencyFact | (string & {});
  tier: TierFact;
  transferToVaultDone: boolean;
  inSecondary: boolean;
  ageHours: number;
  diskCount: number;
  isRehydrated: boolean;
  streaming: boolean;
  /** Azure Disk Encryption was on when it was taken. */
  isSourceEncrypted: boolean;
  isSoftDeleted: boolean;
  /** null: nothing reports an end. */
  hoursToExpiry: number | null;
};

export type VaultFacts = {
  type: 'RecoveryServices' | 'Backup';
  region: string;
  /** null: the region has no pair. */
  secondaryRegion: string | null;
  redundancy: 'LRS' | 'GRS' | 'RA-GRS' | 'ZRS';
  crrEnabled: boolean;
  /** null: never changed, which counts as enabled. */
  csrState: 'enabled' | 'disabled' | 'permanentlyDisabled' | null;
  cmkEnabled: boolean;
  subscription: string;
  tenant: string;
  identities: readonly ('system' | 'user')[];
  /** Ids of its user-assigned identities. */
  userIdentityIds: readonly string[];
  movedSubscription: boolean;
  originalSubscription: string | null;
};

export type TargetFacts = {
  vmNames: readonly string[];
  rgNames: readonly string[];
  diskNames: readonly string[];
  hasPermissions: boolean;
  regionHasZones: boolean;
  /** What the target subscription calls the zone of the VM, in the vault's region; null: it is in none. */
  ownZone: string | null;
  vnetInSecondary: boolean;
  stagingAccountsInRegion: number;
  /** The first subnet of the chosen network. */
  firstSubnet: string | null;
  /** Whether a private endpoint of the chosen disk access is approved. */
  diskAccessUsable: boolean;
  /** Whether the chosen disk encryption set is made to the end. */
  encryptionSetReady: boolean;
};

export type PlatformFacts = {
  skuAvailable: boolean;
  primaryDown: boolean;
  pinnedZoneDown: boolean;
};

export type OperatorFacts = {
  canRestoreVm: boolean;
  isBackupAdmin: boolean;
  isAppAdmin: boolean;
};

/** Permissions of the vault's identity on BOTH the staging storage account and the target group. */
export type IdentityFacts = { hasRestoreOperator: boolean; hasAllActions: boolean };

export type DiskFacts = {
  encryption: EncryptionFact;
  role: 'os' | 'data';
  validation: 'none' | 'running' | 'succeeded' | 'failed';
  attachedVmProtected: boolean;
};

/** Rights of the Backup vault's system identity (document 002). */
export type BackupVaultFacts = {
  restoreOperatorOnTarget: boolean;
  rolesOnSnapshotRg: boolean;
  snapshotsInPlace: boolean;
  readerOnDes: boolean;
  roleAgeMinutes: number;
};

/** What a CommServe knows besides. */
export type CommvaultFacts = {
  isRestoreEnabled: boolean;
  needsPasskey: boolean;
  /** The backup holds the OS disk. */
  hasOsDisk: boolean;
  /** The subscription that the hypervisor restored to has credentials for. */
  hypervisorSubscription: string;
  /** The quotas leave enough vCPUs for the new VM. */
  hasCores: boolean;
};

export type JobFacts = {
  kind: 'createVm' | 'restoreDisks' | 'replaceDisks' | 'diskRestore';
  status:
    | 'InProgress'
    | 'Completed'
    | 'Failed'
    | 'CompletedWithWarnings'
    | 'Cancelled'
    | (string & {});
  secondary: boolean;
};

/** Counted by the wizard. */
export type FormFacts = { errors: number; warnings: number };

/** Settings of the product, all false at the start. */
export type PolicyFacts = {
  archive: boolean;
  czrNonPinned: boolean;
  networkStepAlways: boolean;
  /** Another zone is offered for a restore point in both tiers, as texts newer than the documents allow. */
  czrBothTiers: boolean;
};

export type FullFacts = {
  vm: VmFacts;
  item: ItemFacts;
  point: PointFacts;
  vault: VaultFacts;
  target: TargetFacts;
  platform: PlatformFacts;
  operator: OperatorFacts;
  identity: IdentityFacts;
  disk: DiskFacts;
  bv: BackupVaultFacts;
  commvault: CommvaultFacts;
  job: JobFacts;
  form: FormFacts;
  policy: PolicyFacts;
};

/** Facts as the product holds them: what is left out is not known. */
export type Facts = { readonly [G in keyof FullFacts]?: Readonly<Partial<FullFacts[G]>> | null };

type NamesIn<Group extends string, Properties> = `${Group}.${keyof Properties & string}`;

/**
 * How a fact is named in verdicts and explanations: `vm.zone`. What is read of a chosen account,
 * network or subscription is a fact too: `c.staging.region`.
 */
export type FactName =
  | { [Group in keyof FullFacts]: NamesIn<Group, FullFacts[Group]> }[keyof FullFacts]
  | NamesIn<'c.staging', StagingChoice>
  | NamesIn<'c.vnet', VnetChoice>
  | 'c.subscriptionTenant';
