import { type QueryClient, useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/places.ts';
import { secondaryPointsQuery } from '#src/api/queries/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { newReader, type ReadQuery } from '#src/datasources/azure-vm/reads/reader.ts';
import { type Reads, TARGET_NOT_READ } from '#src/datasources/azure-vm/reads/reads.ts';
import { useReader } from '#src/wizard/reads/use-reader.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import { copiesLeft } from '#src/datasources/azure-vm/choices/target-region.ts';
import { targetSubscription } from '#src/datasources/azure-vm/view.ts';
import { known } from '#src/wizard/reads/read.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';
import { useSourceReads } from '#src/datasources/azure-vm/reads/use-source-reads.ts';

/** What a draft is read for. */
type ReadFor = Pick<Reads, 'made'> & { readonly choices: VmChoices };

function newDraftReader(client: QueryClient) {
  const read = newReader(client, targetSubscription);
  return ({ choices, made }: ReadFor) => read(choices, made);
}

/** Asks Azure what a draft needs to know, each thing once its id is known. */
export const useReads = (choices: VmChoices, made?: Reads['made']): Reads =>
  useReader<ReadFor, Reads, ReadQuery>(newDraftReader, { choices, made });

/**
 * What the restore options of a machine are judged by, wherever it could be restored to; what is known of
 * the paired region only where something is down.
 */
export function useOptionReads(itemId: ResourceId, isDown: boolean): Reads {
  const source = useSourceReads(itemId);
  const subscription = known(source.instance)?.subscriptionId;
  const regions = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: isDown && subscription !== undefined,
  });
  const secondaryPoints = useQuery({
    ...secondaryPointsQuery(itemId),
    enabled: isDown && copiesLeft(source) === 'secondary',
  });
  return {
    ...TARGET_NOT_READ,
    ...source,
    regions: readOf(regions),
    secondaryPoints: readOf(secondaryPoints),
  };
}
