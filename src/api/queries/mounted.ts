import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Whether a restore point is mounted; null: not reported. `onUnmounted`: called with each read by which it
 * isn't, so that what is kept of its session ends whoever has asked.
 */
export const mountedQuery = (pointId: ResourceId, onUnmounted: () => void) =>
  queryOptions({
    queryKey: ['mounted', pointId.toLowerCase()],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<boolean | null> => {
      const { isMounted } = await getRecoveryPoint(session(), pointId, signal);
      if (isMounted === false) onUnmounted();
      return isMounted;
    },
  });
