import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { deploymentQuery } from '#src/api/queries/deployments.ts';
import {
  attempts,
  machinesAmong,
  noteSeen,
  onAttempts,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The VM that the latest deployment of a job's template made; null: none is known. */
export function useDeployed(jobId: ResourceId): ResourceId | null {
  const all = useSyncExternalStore(onAttempts, () => attempts(jobId));
  const latest = all.findLast(({ state }) => state === 'started');
  const { data } = useQuery({
    ...deploymentQuery(resourceId(latest?.id ?? ''), () => noteSeen(jobId, latest?.id ?? '')),
    enabled: latest !== undefined,
  });
  return machinesAmong(data?.outputs ?? [])[0] ?? null;
}
