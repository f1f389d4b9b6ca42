import type { Instant } from '#src/lib/time.ts';
import type { OsType } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { WithUnread } from '#src/model/unread-settings.ts';

/** What a read of the source VM says; `null` in place of a machine means that it is gone. */
export interface Machine extends WithUnread {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly zone: string | null;
  readonly tags: Tags;
  readonly size: string | null;
  readonly osType: OsType | null;
  readonly disks: readonly MachineDisk[];
  readonly availabilitySet: string | null;
  /** Null where a disk does not say its kind, and no other is an ultra disk. */
  readonly hasUltraDisks: boolean | null;
  /** Windows under a license that its owner brought along. */
  readonly hybridBenefit: boolean;
  readonly nicCount: number | null;
  /** Ids of its NICs, as far as it names them. */
  readonly nicIds: readonly ResourceId[];
  /** Names of its extensions; null: the machine does not list them. */
  readonly extensions: readonly string[] | null;
  readonly hasUserIdentity: boolean;
  /** Certificates put into it from a key vault. */
  readonly hasKeyVaultLink: boolean | null;
  /** Made from an image of the owner's; null: the machine does not say what it was made from. */
  readonly isFromCustomImage: boolean | null;
  readonly isGeneralized: boolean | null;
  /** Whether it holds its cores and writes to its disks; null: it does not say. */
  readonly isRunning: boolean | null;
  readonly usesEncryptionAtHost: boolean;
  /** It may have Ultra disks: without the capability Azure attaches none. */
  readonly canUseUltraDisks: boolean;
  /** `TrustedLaunch` and its kin, as Azure names them; null: none, or the standard one. */
  readonly securityType: string | null;
  /** Null: the image that it was made from has none. */
  readonly plan: MachinePlan | null;
  /** `SystemAssigned` and its kin, as Azure names them; null: it has no identity. */
  readonly identityType: string | null;
  readonly hasBootDiagnostics: boolean;
}

/** The purchase plan of a marketplace image, which a VM of its disks must name. */
export interface MachinePlan {
  readonly name: string;
  readonly publisher: string;
  readonly product: string;
}

const OS_TYPES: readonly OsType[] = ['Windows', 'Linux'];

/** The operating system that a word of Azure's means, in any letter case; null: none, or one that isn't known. */
export const osTypeIn = (word: string | null | undefined): OsType | null =>
  OS_TYPES.find((type) => type.toLowerCase() === word?.toLowerCase()) ?? null;

/** A disk as its machine has it. */
export interface MachineDisk {
  readonly name: string;
  /** -1 is the OS disk, as restore points number it; null: the disk does not say. */
  readonly lun: number | null;
  readonly sizeGiB: number | null;
  /** `Premium_LRS` and its kin, as Azure names them; null: the machine does not say. */
  readonly sku: string | null;
  /** Null: an unmanaged disk, a blob in a storage account. */
  readonly managedDiskId: ResourceId | null;
  /** The set that holds the customer-managed key; null where there is none. */
  readonly encryptionSetId: ResourceId | null;
  readonly hasWriteAccelerator: boolean;
}

/** A managed disk as Compute knows it. Null: the disk does not say. */
export interface Disk extends WithUnread {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  /** Null: in no zone. */
  readonly zone: string | null;
  readonly sizeGiB: number | null;
  /** `UltraSSD_LRS` and its kin, as Azure names them. */
  readonly sku: string | null;
  /** Only an OS disk names an operating system; null: a data disk. */
  readonly osType: OsType | null;
  /** The machine that it is attached to; null: to none. */
  readonly machineId: ResourceId | null;
  readonly createdAt: Instant | null;
  readonly hasPrivateAccess: boolean | null;
  /** `EncryptionAtRestWithPlatformKey` and its kin, as Azure names them. */
  readonly encryption: string | null;
  /** The set that holds the customer-managed key; null where there is none. */
  readonly encryptionSetId: ResourceId | null;
  /** Azure Disk Encryption is on, whose keys are in a key vault. */
  readonly usesDiskEncryption: boolean;
  /** More than one machine may use it at once. */
  readonly isShared: boolean;
}

/** A size of machines as one subscription may use it in one region. */
export interface MachineSize {
  /** `Standard_D4s_v5`, as Azure names it. */
  readonly name: string;
  /** Whether the subscription may use it in the region at all. */
  readonly isOffered: boolean;
  /** The logical zones in which it may be used. */
  readonly zones: readonly string[];
  /** The quota that it counts against besides that of the region; null: not told. */
  readonly family: string | null;
  /** Null: not told. */
  readonly cores: number | null;
}

/** Whether a machine of a size can be made; in the zone, where one is wanted. */
export function canBeMade(
  sizes: readonly MachineSize[],
  wanted: { readonly size: string; readonly zone: string | null },
): boolean {
  const found = sizes.find(({ name }) => name.toLowerCase() === wanted.size.toLowerCase());
  if (found === undefined || !found.isOffered) return false;
  return wanted.zone === null || found.zones.includes(wanted.zone);
}

/** The same where any of some zones may be meant, in a region without zones none; undefined where it makes a difference. */
export function canBeMadeInAny(
  sizes: readonly MachineSize[],
  size: string,
  zones: readonly (string | null)[],
): boolean | undefined {
  const wanted = zones.length === 0 ? [null] : zones;
  const [first, ...others] = wanted.map((zone) => canBeMade(sizes, { size, zone }));
  return others.every((is) => is === first) ? first : undefined;
}

/** What a subscription uses of one quota in one region. */
export interface ComputeUsage {
  /** `cores` for all sizes together, else the family of a size, such as `standardDSv5Family`. */
  readonly name: string;
  /** The same in Azure's words. */
  readonly label: string;
  readonly used: number;
  /** Null: there is no limit. */
  readonly limit: number | null;
}

const ALL_SIZES = 'cores';

/**
 * The quotas that a machine of a size counts against, those with the fewest cores left first: that of
 * the region and that of its family.
 */
export function quotasOf(usages: readonly ComputeUsage[], { family }: MachineSize): ComputeUsage[] {
  const names = [ALL_SIZES, ...(family === null ? [] : [family])].map((one) => one.toLowerCase());
  return usages
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .toSorted((a, b) => leftOf(a) - leftOf(b));
}

/** How much more may be used of a quota; without a limit as much as one likes. */
export function leftOf({ limit, used }: ComputeUsage): number {
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - used);
}

/** An Azure tag of the VM or the disk of a backup instance. */
export interface SourceTag {
  readonly name: string;
  readonly value: string;
}

/** The tags of a resource by their names. */
type Tags = Readonly<Record<string, string>>;

/** A tag in an address, `env:prod`. Names may have colons, and values commas. */
export const tagValue = ({ name, value }: SourceTag): string =>
  `${encodeURIComponent(name)}:${encodeURIComponent(value)}`;

/** The tag that a part of an address means; null: none. */
export function tagIn(text: string): SourceTag | null {
  const [name = '', value, ...more] = text.split(':').map(decoded);
  return name === '' || value === undefined || more.length > 0 ? null : { name, value };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A tag as a person reads it. */
export const tagText = ({ name, value }: SourceTag): string =>
  value === '' ? name : `${name}: ${value}`;

/** All tags of a resource, by their names. */
export const tagsIn = (tags: Tags): readonly SourceTag[] =>
  Object.entries(tags).map(([name, value]) => ({ name, value }));
