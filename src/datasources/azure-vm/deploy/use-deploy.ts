import { useWrite } from '#src/api/queries/use-write.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  deployMutation,
  type Judged,
  judgeMutation,
  type ToJudge,
} from '#src/api/queries/deployments.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { rejectionOf } from '#src/api/resources/template-verdict.ts';
import { deploymentId } from '#src/api/resources/deployments.ts';
import { nextName, noteOutcome, noteSent } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { subscriptionOf } from '#src/datasources/azure-vm/deploy/use-place.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What is to be judged or started, in a resource group by its name. */
export interface Wanted extends Pick<ToJudge, 'order' | 'key'> {
  readonly group: string;
}

export interface Deploying {
  readonly judge: (wanted: Wanted) => void;
  readonly isJudging: boolean;
  /** What Azure reports, and for which values; null: nothing was sent yet. */
  readonly judged: { readonly outcome: Judged; readonly key: string } | null;
  readonly start: (wanted: Wanted) => void;
  readonly isStarting: boolean;
  /** Whether this page has started one. */
  readonly hasStarted: boolean;
  /** Why the last request brought nothing; null: it did. */
  readonly problem: Problem | null;
}

/** Has Azure judge deployments of a job’s template, and starts them. */
export function useDeploy(jobId: ResourceId): Deploying {
  const judging = useWrite(judgeMutation(jobId));
  const starting = useWrite(deployMutation(jobId));
  const groupIdOf = (group: string) => resourceGroupId(subscriptionOf(jobId), group);
  const refused = starting.error === null ? null : rejectionOf(starting.error);
  const outcome = refused ?? judging.data ?? null;
  const error = judging.error ?? (refused === null ? starting.error : null);
  const judge = ({ group, order, key }: Wanted): void => {
    starting.reset();
    judging.mutate({ id: deploymentId(groupIdOf(group), nextName(jobId, [])), order, key });
  };
  const start = ({ group, order }: Wanted): void =>
    starting.mutate({
      groupId: groupIdOf(group),
      order,
      nameBeside: (taken) => nextName(jobId, taken),
      onSend: (id) => noteSent(jobId, id),
      onOutcome: (id, state) => noteOutcome(jobId, id, state),
    });
  return {
    judge,
    isJudging: judging.isPending,
    judged: outcome === null ? null : { outcome, key: judging.variables?.key ?? '' },
    start,
    isStarting: starting.isPending,
    hasStarted: starting.isSuccess,
    problem: error === null ? null : problemOf(error),
  };
}
