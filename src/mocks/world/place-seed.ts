/** What machines and disks can be put into, or tied to. */

/** A region of Azure as far as forms ask about it. */
export interface RegionSeed {
  readonly name: string;
  readonly displayName: string;
  /** Missing: the region has no pair. */
  readonly pair?: string;
  readonly hasZones: boolean;
}

export interface SubnetSeed {
  readonly name: string;
  readonly prefix: string;
  /** The service to which it is given over. */
  readonly delegatedTo?: string;
  /** Addresses that things have which are not in the world. */
  readonly taken?: number;
  readonly hasSecurityGroup?: true;
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

export interface KeyVaultSeed {
  readonly id: string;
  readonly location: string;
}

export interface DiskAccessSeed {
  readonly id: string;
  readonly location: string;
  /** State of its private endpoint; missing: it has none. */
  readonly endpoint?: 'Approved' | 'Pending' | 'Rejected';
}

/** What keeps a restore from succeeding that no other read of a world tells. */

/** A quota of a subscription in a region that differs from what each has. */
interface QuotaSeed {
  readonly subscriptionId: string;
  readonly location: string;
  /** `cores`, or the family of sizes. */
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** A key vault that is not as it should be. */
interface LostKeyVaultSeed {
  readonly id: string;
  /** The person can't read it, or it was deleted. */
  readonly state: 'forbidden' | 'gone';
}

/** An assignment of a policy that forbids what it finds. */
export interface PolicySeed {
  readonly name: string;
  /** Id of the subscription or resource group in which it holds. */
  readonly scope: string;
  /** The type that it forbids, as `Microsoft.Network/publicIPAddresses`. */
  readonly type: string;
  /** Resources with this tag are allowed. */
  readonly unlessTag?: string;
}

/** What of this a world has. */
export interface LimitsSeed {
  /** Key vaults beside those of encryption sets and machines. */
  readonly keyVaults?: readonly KeyVaultSeed[];
  readonly quotas?: readonly QuotaSeed[];
  readonly policies?: readonly PolicySeed[];
  readonly lostKeyVaults?: readonly LostKeyVaultSeed[];
}

/** Roles that a principal can hold; `mocks/roles.ts` has their permissions. */
export type RoleName =
  | 'VM Restore Operator'
  | 'Contoso Restore'
  | 'Contributor'
  | 'Disk Restore Operator'
  | 'Disk Snapshot Contributor'
  | 'Reader';

/** A role in the hands of an identity. */
export interface RoleAssignmentSeed {
  /** Id of the user-assigned identity, or of the vault whose own identity it is. */
  readonly holder: string;
  readonly role: RoleName;
  readonly scope: string;
  /** Of a role given while the world ran: its name, and when. */
  readonly given?: { readonly name: string; readonly atMs: number };
}

/** What a world has of blobs and templates beyond what restores leave. */

/** Who can read the blobs of a storage account. */
export interface BlobAccessSeed {
  /** The origin whose pages can read its blobs, or `*`; missing: none, as in every new account. */
  readonly allowsOrigin?: string;
  /** The person manages the account and has no role for what is in it. */
  readonly hidesBlobs?: true;
}

export interface StagingSeed {
  /** Blob containers beside those that restores leave; nothing is known to be in them. */
  readonly containers?: readonly { readonly id: string }[];
  /** Templates that Azure Resource Manager can read outside Azure, by their addresses. */
  readonly linkedTemplates?: Readonly<Record<string, string>>;
}
