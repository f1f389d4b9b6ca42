import { useMutation } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { deployMutation, type Judged, judgeMutation } from '#src/api/queries/deployments.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { rejectionOf } from '#src/api/resources/deployments/judge.ts';
import { noteOutcome, noteSent } from '#src/datasources/azure-vm/deploy/attempts.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

export interface Deploying {
  readonly judge: (order: () => Promise<DeploymentOrder>, key: string) => void;
  readonly isJudging: boolean;
  /** What Azure says, and for which values; null: it was not asked yet. */
  readonly judged: { readonly outcome: Judged; readonly key: string } | null;
  readonly start: (order: () => Promise<DeploymentOrder>) => void;
  readonly isStarting: boolean;
  /** Why the last request brought nothing; null: it did. */
  readonly problem: Problem | null;
}

/** Has Azure judge a deployment, and starts it. */
export function useDeploy(jobId: ResourceId, id: ResourceId): Deploying {
  const judging = useMutation(judgeMutation(id));
  const starting = useMutation(deployMutation(id));
  const refused = starting.error === null ? null : rejectionOf(starting.error);
  const key = judgedKeys.get(judging.variables ?? noOrder) ?? '';
  const outcome = refused ?? judging.data ?? null;
  const error = judging.error ?? (refused === null ? starting.error : null);
  return {
    judge: (order, forKey) => {
      judgedKeys.set(order, forKey);
      starting.reset();
      judging.mutate(order);
    },
    isJudging: judging.isPending,
    judged: outcome === null ? null : { outcome, key },
    start: (order) => {
      noteSent(jobId, id);
      starting.mutate(order, {
        onSuccess: ({ kind }) => {
          if (kind !== 'unknown') noteOutcome(jobId, id, 'started');
        },
        onError: (reason) => {
          const kind = armFacts(reason)?.kind;
          if (kind === 'refused' || kind === 'notSent') noteOutcome(jobId, id, 'refused');
        },
      });
    },
    isStarting: starting.isPending,
    problem: error === null ? null : problemOf(error),
  };
}

const noOrder = (): Promise<DeploymentOrder> => Promise.reject(new Error('There is no order.'));
/** The values that an order was made of. */
const judgedKeys = new WeakMap<() => Promise<DeploymentOrder>, string>();
