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
