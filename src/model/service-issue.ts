import type { Instant } from '#src/lib/time.ts';
import { sameRegion } from '#src/model/places.ts';

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
