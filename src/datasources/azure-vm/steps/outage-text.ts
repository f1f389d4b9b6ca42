import { isCut } from '#src/lib/list.ts';
import { sameRegion } from '#src/model/places.ts';
import { common } from '#src/strings/common.ts';
import { outage } from '#src/strings/outage.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/read.ts';
import {
  copiesLeft,
  goesToPairInDisaster,
  ownRegionName,
  pairedRegion,
  pairName,
} from '#src/datasources/azure-vm/target.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

/** What a vault has left while its region, or a zone of it, is down; null while it isn’t read. */
export function outageSentence(
  down: 'region' | 'zone',
  reads: Pick<Reads, 'vault' | 'regions'>,
): string | null {
  const region = ownRegionName(reads);
  const pair = pairName(reads);
  const copies = copiesLeft(reads);
  if (region === null || ((copies === 'secondary' || copies === 'pair') && pair === null))
    return null;
  const redundancy = known(reads.vault)?.redundancy ?? common.absence.notReported;
  return outage[down][copies]({ region, pair: pair ?? '', redundancy });
}

/** Why no network is filled in while the datacenter of the source is down; undefined where one is. */
export function outageNetworkHint({ shown, reads }: DraftView): string | undefined {
  const pair = pairName(reads);
  const own = ownRegionName(reads);
  if (!goesToPairInDisaster(shown, reads) || shown.vnet !== null || pair === null || own === null)
    return undefined;
  const networks = known(reads.networks);
  const isNone =
    networks !== undefined &&
    !isCut(networks) &&
    networks.every(({ region }) => !sameRegion(region, pairedRegion(reads)));
  const machine = known(reads.instance)?.friendlyName ?? '';
  return isNone ? outage.network.none(pair) : outage.network.choose(machine, own, pair);
}
