import { useQueries } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { deploymentEndQuery } from '#src/api/queries/deployments.ts';
import {
  attempts,
  noteEnd,
  noteSeen,
  onAttempts,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** Reads how the deployments of a job's template ended, and stores it. */
export function useDeploymentEnds(id: ResourceId): void {
  const all = useSyncExternalStore(onAttempts, () => attempts(id));
  const open = all.filter(({ state, end }) => state !== 'refused' && end === undefined);
  useQueries({
    queries: open.map((one) =>
      deploymentEndQuery(
        resourceId(one.id),
        () => noteSeen(id, one.id),
        (ended) => noteEnd(id, ended),
      ),
    ),
  });
}
