import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { WithUnread } from '#src/model/unread-settings.ts';
import type { Redundancy } from '#src/model/vaults.ts';

/**
 * A region as Azure writes its name: `West Europe` and `WestEurope` are `westeurope`. Azure's lists
 * answer with any of the three (ARM, locations: `name` and `displayName`).
 */
export function regionName(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase();
}

/** Whether two texts name one region, however they are written. Nothing is the same as nothing. */
export function sameRegion(a: string | null | undefined, b: string | null | undefined): boolean {
  return regionName(a ?? '') === regionName(b ?? '');
}

/** What a restored machine or disk can be put into, or tied to, besides group and account. */

export interface Subnet {
  readonly id: ResourceId;
  readonly name: string;
  readonly addressPrefixes: readonly string[];
  /** Given over to a service of Azure's: no machine can be put into it. */
  readonly isDelegated: boolean;
  /** Addresses that something has. */
  readonly usedAddresses: number;
}

/** Azure reserves five addresses of every subnet (general knowledge of Azure networks, not in the contract). */
const RESERVED_BY_AZURE = 5;
const ADDRESS_BITS = 32;

/** How many addresses of the fourth version a subnet has, and how many of them are free; null: it does not say. */
export function freeAddresses({
  addressPrefixes,
  usedAddresses,
}: Pick<Subnet, 'addressPrefixes' | 'usedAddresses'>): {
  readonly all: number;
  readonly free: number;
} | null {
  const sizes = addressPrefixes.flatMap(sizeOf);
  if (sizes.length === 0) return null;
  const all = sizes.reduce((sum, size) => sum + Math.max(0, size - RESERVED_BY_AZURE), 0);
  return { all, free: Math.max(0, all - usedAddresses) };
}

function sizeOf(prefix: string): number[] {
  const bits = Number(/^[\d.]+\/(\d{1,2})$/.exec(prefix)?.[1] ?? Number.NaN);
  return bits <= ADDRESS_BITS ? [2 ** (ADDRESS_BITS - bits)] : [];
}

/** Why a new machine can't be put into a subnet: a service has it, or it has no free address. Null: it can. */
type SubnetObstacle = 'delegated' | 'full';

export function subnetObstacle(subnet: Subnet): SubnetObstacle | null {
  if (subnet.isDelegated) return 'delegated';
  return freeAddresses(subnet)?.free === 0 ? 'full' : null;
}

/** The subnets that a machine can be put into, in Azure's own order. */
export const usableSubnets = ({ subnets }: Pick<VirtualNetwork, 'subnets'>): readonly Subnet[] =>
  subnets.filter((subnet) => subnetObstacle(subnet) === null);

export interface VirtualNetwork extends PlacedResource {
  readonly subscriptionId: string;
  /** In Azure's own order: the first is the one that the portal preselects. */
  readonly subnets: readonly Subnet[];
}

/** A resource with where it is. Of a network security group or a key vault nothing more is read. */
export interface PlacedResource {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
}

/** A key under which restored disks can be encrypted. */
export interface DiskEncryptionSet extends PlacedResource, WithUnread {
  /** `EncryptionAtRestWithCustomerKey` and its kin, as Azure names them; null: not told. */
  readonly encryptionType: string | null;
  /** The key vault that its key is in; null: not told. */
  readonly keyVaultId: ResourceId | null;
  /** Fully created. It doesn't report whether its key can be used. */
  readonly isReady: boolean;
}

/** A disk access: the door through which private disks are reached. */
export interface DiskAccess extends PlacedResource {
  /** Without an approved private endpoint no disk can be reached through it. */
  readonly hasApprovedEndpoint: boolean;
}

/** A region as one subscription sees it: zones are numbered anew for each subscription. */
export interface Region {
  readonly name: string;
  readonly displayName: string;
  /** Null: the region has no pair. */
  readonly pairedRegion: string | null;
  /** Logical zones, such as `1`; none where the region has no zones. */
  readonly zones: readonly string[];
  /** Which place each of them is, by Azure's own name, such as `westeurope-az2`; null: not told. */
  readonly places: readonly (string | null)[];
}

/** An availability set that a new machine can join. */
export interface AvailabilitySet {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly isForManagedDisks: boolean;
}

/** The regions as two subscriptions see them, and the region that is meant. */
interface ZonePlaces {
  readonly from: readonly Region[];
  readonly to: readonly Region[];
  readonly region: string;
}

/**
 * What one subscription calls the place that another calls by this number: each numbers zones in its own way
 * (Restore options, Cross Zonal). Null if Azure doesn't report it.
 */
export function zonePeer(zone: string, { from, to, region }: ZonePlaces): string | null {
  const there = regionIn(from, region);
  const here = regionIn(to, region);
  const place = there?.places[there.zones.indexOf(zone)] ?? null;
  return place === null ? null : (here?.zones[here.places.indexOf(place)] ?? null);
}

const regionIn = (regions: readonly Region[], wanted: string): Region | undefined =>
  regions.find(({ name }) => sameRegion(name, wanted));

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string | null;
}

export interface ResourceGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
}

export type StorageKind =
  | 'StorageV2'
  | 'Storage'
  | 'BlobStorage'
  | 'BlockBlobStorage'
  | 'FileStorage';

/** A storage account that may become the staging location. Null: the account does not say. */
export interface StorageAccount extends PlacedResource, WithUnread {
  readonly kind: StorageKind | null;
  readonly redundancy: Redundancy | null;
  readonly tier: 'Standard' | 'Premium' | null;
  readonly hasNetworkRules: boolean | null;
  readonly allowsSharedKey: boolean;
}

/** An active issue of Azure's services, as Azure Service Health reports it. */
export interface ServiceIssue {
  readonly trackingId: string;
  /** Azure's own words. */
  readonly title: string;
  readonly startedAt: Instant | null;
  /** The services among those that a VM and its backup need, as Azure names them. */
  readonly services: readonly string[];
  /** Where those services have the issue, as Azure writes it: `West Europe`. */
  readonly regions: readonly string[];
  /** Whether Azure's title names a zone: nothing else reports one. */
  readonly isZonal: boolean;
}

/** How many VM backup instances of a region are in vaults of each kind: where a restore of them can go. */
export interface ReachCounts {
  readonly all: number;
  /** Cross Region Restore is on: the paired region, at any time. */
  readonly secondary: number;
  /** Geo-redundant, and Cross Region Restore is off: the paired region, once Microsoft declares the region down. */
  readonly declared: number;
  /** Zone-redundant: perhaps another zone of the region. */
  readonly zones: number;
  /** The only copy is in one datacenter. */
  readonly one: number;
  /** Azure doesn't report the redundancy of the vault. */
  readonly unknown: number;
}

/** What Azure Service Health tells of a region: an issue in all of it, in a zone, none, or it isn't read. */
export type RegionHealth = 'inRegion' | 'inZone' | 'none' | 'unread';

export function regionHealth(
  issues: readonly ServiceIssue[] | undefined,
  region: string | null,
): RegionHealth {
  if (issues === undefined || region === null) return 'unread';
  const there = issues.filter(({ regions }) => regions.some((one) => sameRegion(one, region)));
  if (there.length === 0) return 'none';
  return there.every(({ isZonal }) => isZonal) ? 'inZone' : 'inRegion';
}
