import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '#src/api/queries/placement.ts';
import { known, type Reads, TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';
import { readOf, useSourceReads } from '#src/wizard/use-source-reads.ts';

/**
 * Asks what the rules need to know of a machine while nobody has chosen yet where it goes; its
 * region's zones only when they are wanted.
 */
export function useMachineReads(itemId: string | null, areZonesWanted: boolean): Reads {
  const source = useSourceReads(itemId);
  const subscription = known(source.instance)?.subscriptionId;
  const regions = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: areZonesWanted && subscription !== undefined,
  });
  return { ...source, ...TARGET_NOT_ASKED, regions: readOf(regions) };
}
