import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/placement.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { zonePeer } from '#src/wizard/steps/configuration/zone-peer.ts';

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
