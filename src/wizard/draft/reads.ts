import type { Permission } from '#src/model/permission.ts';
import type {
  DiskAccess,
  DiskEncryptionSet,
  Region,
  VirtualNetwork,
} from '#src/model/placement.ts';
import type { Problem } from '#src/model/problem.ts';
import type {
  ProtectedItem,
  RecoveryPoint,
  Vault,
  VaultEncryption,
} from '#src/model/recovery-services.ts';
import type {
  Disk,
  Machine,
  ResourceGroup,
  StorageAccount,
  Subscription,
} from '#src/model/target.ts';

/** Why a read has no value, and the way to ask once more. */
export interface ReadTrouble {
  readonly problem: Problem;
  readonly readAgain: () => void;
}

/** Where a read stands. Facts that hang on it are known only in the first state. */
export type Read<Value> =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'not asked' | 'loading' }
  | { readonly state: 'forbidden' | 'failed'; readonly trouble?: ReadTrouble };

/** The value of a read; undefined while it is not known. */
export function known<Value>(read: Read<Value>): Value | undefined {
  return read.state === 'known' ? read.value : undefined;
}

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

/** What is asked only once it is known where a restore would go. */
export const TARGET_NOT_ASKED = {
  groups: { state: 'not asked' },
  accounts: { state: 'not asked' },
  networks: { state: 'not asked' },
  machineNames: { state: 'not asked' },
  encryptionSets: { state: 'not asked' },
  diskAccesses: { state: 'not asked' },
  regions: { state: 'not asked' },
  permissions: { state: 'not asked' },
} as const satisfies Partial<Reads>;
