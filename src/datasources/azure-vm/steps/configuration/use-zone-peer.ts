import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/placement.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { Region } from '#src/model/placement.ts';
import { sameRegion } from '#src/model/region.ts';
import { targetRegion } from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** Says what the source's subscription calls the chosen zone of another subscription. */
export function useZonePeer({ shown, hidden, reads }: DraftView): string | undefined {
  const { subscription, zone } = shown;
  const source = known(reads.instance)?.subscriptionId;
  const isElsewhere = subscription !== null && !sameId(subscription, source);
  const enabled = source !== undefined && isElsewhere && zone !== null && !hidden.has('zone');
  const own = useQuery({ ...regionsQuery(source ?? ''), enabled });
  if (!isElsewhere || zone === null) return undefined;
  const region = targetRegion(shown, reads) ?? '';
  const places = { own: own.data ?? [], target: known(reads.regions) ?? [], region };
  const peer = zonePeer(zone, places);
  return peer === null ? undefined : wizard.configuration.zonePeer(zone, peer);
}

/** The regions of the source's subscription and of the target's, and the region restored to. */
interface ZonePlaces {
  readonly own: readonly Region[];
  readonly target: readonly Region[];
  readonly region: string;
}

/**
 * What the source's subscription calls the place that the target's calls by this number: each numbers zones
 * in its own way (Restore options, Cross Zonal). Null if Azure doesn't report it.
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
