import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { neverSent } from '#src/api/arm/error.ts';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { queryById, readAgainIn } from '#src/api/queries/query.ts';
import { cancelMutation, newWrite } from '#src/api/queries/use-write.ts';
import {
  type Pending,
  pollPrediction,
  pollTemplateValidation,
  predictChanges,
  type Predicted,
  type RejectedTemplate,
  type Validated,
  validateTemplate,
} from '#src/api/resources/template-verdict.ts';
import {
  cancelDeployment,
  createDeployment,
  deploymentId,
  type DeploymentStart,
  findDeployment,
  listDeploymentOperations,
  listDeployments,
} from '#src/api/resources/deployments.ts';
import { listServiceSas, readBlob } from '#src/api/blobs.ts';
import { deadline, now, wait } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { ifFree } from '#src/lib/lock.ts';
import type { BlobPlace } from '#src/model/blob.ts';
import type { Deployment, DeploymentOrder } from '#src/model/deployment.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The template of a restore: who reads it, what Azure reports of it, and its deployment. */

/** A blob of a storage account, read by this page with the person's own token. */
export const blobQuery = (account: string, address: string) =>
  queryOptions({
    queryKey: ['blob', account.toLowerCase(), address],
    queryFn: ({ signal }) => readBlob(session(), account, address, signal),
    // It is written once, by the job.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What Azure reports of a template before it is deployed. */
export type TemplateVerdict =
  | RejectedTemplate
  | { readonly kind: 'judged'; readonly valid: Validated; readonly predicted: Predicted };

/** A deployment to be judged. */
export interface ToJudge {
  readonly id: ResourceId;
  /** Made anew for each request: a signature is valid for a while. */
  readonly order: () => Promise<DeploymentOrder>;
  /** Tells apart what differs in more than its signature. */
  readonly key: string;
}

/** Has Azure validate a template, and predict what it changes. @throws ArmError. */
export const judgeMutation = (jobId: ResourceId) =>
  newWrite(
    ['judge deployment', jobId.toLowerCase()],
    async ({ id, order }: ToJudge): Promise<TemplateVerdict> => {
      const sent = await order();
      const arm = session();
      const valid = await untilOver(arm, pollTemplateValidation, () =>
        validateTemplate(arm, id, sent),
      );
      if (valid.kind === 'rejected') return valid;
      const predicted = await untilOver(arm, pollPrediction, () => predictChanges(arm, id, sent));
      return predicted.kind === 'rejected' ? predicted : { kind: 'judged', valid, predicted };
    },
  );

type Poll<Outcome> = (
  arm: ArmPipelines,
  operation: AcceptedOperation,
) => Promise<Outcome | Pending>;

/** The outcome of what Azure may answer later. @throws where it takes longer, in real time, than any wait of the product. */
async function untilOver<Outcome extends { readonly kind: string }>(
  arm: ArmPipelines,
  poll: Poll<Outcome>,
  start: () => Promise<Outcome | Pending>,
): Promise<Outcome> {
  const isLate = deadline(LIMITS.askedMs);
  let outcome = await start();
  for (;;) {
    if (!isPending(outcome)) return outcome;
    if (isLate()) throw new Error('Azure hasn’t answered yet. Try again.');
    await wait(outcome.next.retryAfterMs, new AbortController().signal);
    outcome = await poll(arm, outcome.next);
  }
}

const isPending = (outcome: { readonly kind: string } | Pending): outcome is Pending =>
  outcome.kind === 'pending';

/** A signature by which Azure Resource Manager reads a blob; a secret that is never kept. @throws ArmError. */
export const signatureFor = (accountId: ResourceId, place: BlobPlace): Promise<string> =>
  listServiceSas(session(), accountId, place, now());

/** A deployment to be started, and who writes down what becomes of it, also when its page is gone. */
interface ToDeploy extends Pick<ToJudge, 'order'> {
  readonly groupId: ResourceId;
  /** A name that the resource group has no deployment of. */
  readonly nameBeside: (taken: readonly string[]) => string;
  /** Called before the request leaves. */
  readonly onSend: (id: ResourceId) => void;
  /** Called when it is certain what the request did: its answer accepted or refused it, or a read found it. */
  readonly onOutcome: (id: ResourceId, outcome: 'started' | 'found' | 'refused') => void;
}

const ELSEWHERE = 'Another tab is starting a deployment of this job. This tab has sent nothing.';

/** Starts a deployment of a new name, once, while no other tab starts one of the job. @throws ArmError for every refusal. */
export const deployMutation = (jobId: ResourceId) => {
  const name = `deploy.${jobId.toLowerCase()}`;
  return newWrite(['deploy', jobId.toLowerCase()], async (wanted: ToDeploy) => {
    const start = await ifFree(name, () => deployed(wanted));
    if (start === null) throw neverSent(ELSEWHERE);
    return start;
  });
};

async function deployed(wanted: ToDeploy): Promise<DeploymentStart> {
  const arm = session();
  const order = await wanted.order();
  const all = await listDeployments(arm, wanted.groupId);
  const id = deploymentId(wanted.groupId, wanted.nameBeside(all.map(({ name }) => name)));
  wanted.onSend(id);
  try {
    const start = await createDeployment(arm, id, order);
    if (start.kind !== 'unknown') wanted.onOutcome(id, start.kind);
    return start;
  } catch (error) {
    wanted.onOutcome(id, 'refused');
    throw error;
  }
}

const EVERY_MS = 5000;

const isOver = (deployment: Deployment | null | undefined): boolean =>
  deployment !== null &&
  deployment !== undefined &&
  ['succeeded', 'failed', 'canceled', 'deleted'].includes(deployment.status.kind);

const found = queryById('deployment', findDeployment);
/**
 * A deployment, read until it has ended; null: Azure has none of that name now. `onSeen`: called with each read
 * that finds it.
 */
export const deploymentQuery = (id: ResourceId, onSeen?: () => void) =>
  queryOptions({
    queryKey: found(id).queryKey,
    queryFn: async ({ signal }) => {
      const deployment = await findDeployment(session(), id, signal);
      if (deployment !== null) onSeen?.();
      return deployment;
    },
    refetchInterval: ({ state }) => (isOver(state.data) ? false : readAgainIn(EVERY_MS)),
  });

/** A deployment until it has ended; `onSeen` is called when it is found, and `onEnd` is given its end, to be stored. */
export const deploymentEndQuery = (
  id: ResourceId,
  onSeen: () => void,
  onEnd: (ended: Deployment) => void,
) =>
  queryOptions({
    queryKey: ['deployment end', id.toLowerCase()],
    queryFn: async ({ signal }) => {
      const deployment = await findDeployment(session(), id, signal);
      if (deployment !== null) onSeen();
      if (deployment !== null && isOver(deployment)) onEnd(deployment);
      return deployment;
    },
    refetchInterval: ({ state: { data } }) =>
      data === null || isOver(data) ? false : readAgainIn(EVERY_MS),
  });

const listed = queryById('deployment operations', listDeploymentOperations);
/** What a deployment has done so far, resource by resource; read once more when it has ended. */
export const deploymentOperationsQuery = (id: ResourceId, isRunning: boolean) => {
  const { queryKey, ...read } = listed(id);
  return queryOptions({
    ...read,
    queryKey: [...queryKey, isRunning ? 'running' : 'over'],
    refetchInterval: () => (isRunning ? readAgainIn(EVERY_MS) : false),
    placeholderData: keepPreviousData,
  });
};

export const cancelDeploymentMutation = (id: ResourceId) =>
  cancelMutation(['cancel deployment', id.toLowerCase()], {
    id,
    cancel: () => cancelDeployment(session(), id),
    isCanceled: async () => (await findDeployment(session(), id))?.status.kind === 'canceled',
    queryKey: found(id).queryKey,
  });
