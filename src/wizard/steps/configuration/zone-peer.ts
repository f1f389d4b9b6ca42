import type { Region } from '#src/model/placement.ts';
import { sameRegion } from '#src/model/region.ts';

/** The regions of the source's subscription and of the target's, and the region restored to. */
export interface ZonePlaces {
  readonly own: readonly Region[];
  readonly target: readonly Region[];
  readonly region: string;
}

/**
 * What the source's subscription calls the place that the target's calls by this number: each numbers
 * zones in its own way (document 000, Restore options, Cross Zonal). Null where Azure does not tell.
 */
export function zonePeer(zone: string, { own, target, region }: ZonePlaces): string | null {
  const there = regionNamed(target, region);
  const here = regionNamed(own, region);
  const place = there?.places[there.zones.indexOf(zone)] ?? null;
  return place === null ? null : (here?.zones[here.places.indexOf(place)] ?? null);
}

function regionNamed(regions: readonly Region[], wanted: string): Region | undefined {
  return regions.find(({ name }) => sameRegion(name, wanted));
}
