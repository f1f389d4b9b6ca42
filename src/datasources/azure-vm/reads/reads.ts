import { sameId } from '#src/model/resource-id.ts';
import type { Instant } from '#src/lib/time.ts';
import type { MachineSize } from '#src/model/machine-size.ts';
import type {
  LoadBalancer,
  NetworkInterface,
  NetworkSubnet,
  PublicAddress,
} from '#src/model/network.ts';
import type { Permission } from '#src/model/permission.ts';
import type {
  DiskAccess,
  DiskEncryptionSet,
  Region,
  VirtualNetwork,
} from '#src/model/placement.ts';
import type {
  ProtectedItem,
  RecoveryPoint,
  Vault,
  VaultEncryption,
} from '#src/model/recovery-services.ts';
import type { Grants } from '#src/model/role.ts';
import type {
  Disk,
  Machine,
  ResourceGroup,
  StorageAccount,
  Subscription,
} from '#src/model/target.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

/** Whether a read was refused or has failed, so that something may be not known for good. */
export function hasTrouble(reads: Reads): boolean {
  const { at: _at, ...own } = reads;
  const all: readonly (Read<unknown> | readonly Read<unknown>[])[] = Object.values(own);
  return all.some((one) =>
    ('state' in one ? [one] : one).some(({ state }) => state === 'forbidden' || state === 'failed'),
  );
}

/** Everything the wizard has asked Azure about one draft, each read with its state. */
export interface Reads extends NetworkReads {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
  readonly instance: Read<ProtectedItem>;
  readonly vault: Read<Vault>;
  readonly points: Read<RecoveryPoint[]>;
  /** Those in the secondary region of the vault; asked where the restore goes there. */
  readonly secondaryPoints: Read<RecoveryPoint[]>;
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
  /** What the person may do with the vault; asked where it restores to its secondary region. */
  readonly vaultPermissions: Read<Permission[]>;
  /** Sizes of machines where the restore would go; asked for a new machine only. */
  readonly sizes: Read<MachineSize[]>;
  /** The roles of the chosen identity on the staging account, and in the group restored to. */
  readonly stagingGrants: Read<Grants>;
  readonly groupGrants: Read<Grants>;
}

/** The network of the source machine: its cards, and what they hang on. */
export interface NetworkReads {
  readonly interfaces: readonly Read<NetworkInterface>[];
  /** Subnets of the cards; asked only while no card has a security group of its own. */
  readonly subnets: readonly Read<NetworkSubnet>[];
  readonly publicAddresses: readonly Read<PublicAddress>[];
  readonly balancers: readonly Read<LoadBalancer>[];
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
  sizes: { state: 'not asked' },
  stagingGrants: { state: 'not asked' },
  groupGrants: { state: 'not asked' },
} as const satisfies Partial<Reads>;

/** The name of a subscription; undefined while it is not read. */
export const subscriptionName = (
  { subscriptions }: Pick<Reads, 'subscriptions'>,
  wanted: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, wanted))?.name;

/** The answers of a read, which may be one for each of several things. */
export function answersOf(
  reads: Reads,
  name: Exclude<keyof Reads, 'at'>,
): readonly Read<unknown>[] {
  const read = reads[name];
  return 'state' in read ? [read] : read;
}
