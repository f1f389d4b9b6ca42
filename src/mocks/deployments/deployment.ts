import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { isoDuration } from '#src/lib/time.ts';
import { groupIn } from '#src/mocks/collection.ts';
import type { Step } from '#src/mocks/deployments/steps.ts';
import { groupNotFound, refused } from '#src/mocks/errors.ts';
import { type Answer, type Call, handlersBy, param } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import { type Deployment, stepsOf } from '#src/mocks/world/deployed.ts';
import type { DeploymentError } from '#src/mocks/world/events.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Deployments as Azure Resource Manager reports them (aftercare §1.6). */

type DeploymentState = 'Accepted' | 'Running' | 'Canceled' | 'Failed' | 'Succeeded';

const isFailed = (steps: readonly Step[]): boolean =>
  steps.some(({ failure }) => failure !== undefined);

/** Where a deployment stands at a moment in simulated epoch milliseconds. */
function stateOfDeployment(deployment: Deployment, now: number): DeploymentState {
  const { plan, cancelledAtMs } = deployment;
  if (cancelledAtMs !== null && cancelledAtMs <= now) return 'Canceled';
  if (now >= plan.endsAtMs) return isFailed(plan.steps) ? 'Failed' : 'Succeeded';
  return now < Math.min(...plan.steps.map(({ startsAtMs }) => startsAtMs)) ? 'Accepted' : 'Running';
}

/** Whether a deployment still does something. */
export const isActive = (deployment: Deployment, now: number): boolean =>
  ['Accepted', 'Running'].includes(stateOfDeployment(deployment, now));

/** A text within a text: the message of a detail is itself JSON (aftercare §1.6, R). */
const asText = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n');

/** Why a deployment failed, with each failed resource's own reason as text. */
function failureOf({ plan }: Deployment): DeploymentError {
  return {
    code: 'DeploymentFailed',
    target: plan.deploymentId,
    message:
      'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.',
    details: plan.steps.flatMap(({ failure, statusCode }) =>
      failure === undefined ? [] : [{ code: statusCode, message: asText(failure) }],
    ),
  };
}

/** A deployment as `GET` answers it. */
export function deploymentWireOf(deployment: Deployment, now: number) {
  const { plan, atMs, cancelledAtMs } = deployment;
  const provisioningState = stateOfDeployment(deployment, now);
  const endMs = Math.min(now, cancelledAtMs ?? plan.endsAtMs, plan.endsAtMs);
  return {
    id: plan.deploymentId,
    name: nameOf(plan.deploymentId),
    type: 'Microsoft.Resources/deployments',
    properties: {
      ...plan.echo,
      provisioningState,
      timestamp: sevenDecimals(endMs),
      duration: isoDuration(endMs - atMs),
      correlationId: plan.correlationId,
      ...(provisioningState === 'Succeeded'
        ? { outputResources: plan.steps.map(({ resourceId: id }) => ({ id })) }
        : {}),
      ...(provisioningState === 'Failed' ? { error: failureOf(deployment) } : {}),
    },
  };
}

/** What the status of a deployment's operation says; nothing else is in it (aftercare §1.6, R). */
export function statusWireOf(deployment: Deployment, now: number) {
  const status = stateOfDeployment(deployment, now);
  if (status === 'Failed') return { status, error: failureOf(deployment) };
  return { status: status === 'Accepted' ? 'Running' : status };
}

/** What a deployment has done by a moment, the newest first. */
export function operationWiresOf(deployment: Deployment, now: number) {
  const { plan } = deployment;
  const begun = stepsOf(deployment)
    .filter(({ startsAtMs }) => startsAtMs <= now)
    .map((step) => operationWireOf(plan.deploymentId, step, now));
  const isDone = ['Succeeded', 'Failed'].includes(stateOfDeployment(deployment, now));
  return [
    ...begun,
    ...(isDone && !isFailed(plan.steps) ? [outputWireOf(deployment)] : []),
  ].toReversed();
}

const tracking = (key: string) => ({
  trackingId: guidFrom(`tracking:${key}`),
  serviceRequestId: guidFrom(`service request:${key}`),
});

const operationId = (deploymentId: string, id: string): string =>
  `${deploymentId}/operations/${id}`;

function operationWireOf(deploymentId: string, step: Step, now: number) {
  const { operationId: id, resourceId, startsAtMs, endsAtMs, statusCode, failure } = step;
  const isOver = endsAtMs <= now;
  const ending = failure === undefined ? 'Succeeded' : 'Failed';
  return {
    id: operationId(deploymentId, id),
    operationId: id,
    properties: {
      provisioningOperation: 'Create',
      provisioningState: isOver ? ending : 'Running',
      timestamp: sevenDecimals(isOver ? endsAtMs : startsAtMs),
      duration: isoDuration(Math.min(now, endsAtMs) - startsAtMs),
      ...tracking(id),
      ...(isOver || failure === undefined ? { statusCode } : {}),
      ...(isOver && failure !== undefined ? { statusMessage: failure } : {}),
      targetResource: {
        id: resourceId,
        resourceType: parseResourceId(resourceId)?.type ?? '',
        resourceName: nameOf(resourceId),
      },
    },
  };
}

/** The last operation of a deployment that succeeded: it has no target (aftercare §1.6, R). */
function outputWireOf({ plan }: Deployment) {
  const id = guidFrom(`outputs:${plan.correlationId}`)
    .replaceAll('-', '')
    .slice(0, 16)
    .toUpperCase();
  return {
    id: operationId(plan.deploymentId, id),
    operationId: id,
    properties: {
      provisioningOperation: 'EvaluateDeploymentOutput',
      provisioningState: 'Succeeded',
      timestamp: sevenDecimals(plan.endsAtMs),
      duration: 'PT0S',
      ...tracking(id),
      statusCode: 'OK',
      statusMessage: null,
    },
  };
}

/** The id of the deployment that the path names. */
export const deploymentIn = (call: Call): string =>
  `${groupIn(call)}/providers/Microsoft.Resources/deployments/${param(call, 'deployment')}`;

type Moment = Pick<Call, 'state' | 'now'>;

/** Deployments that are there at a moment, the newest of each name; those of deleted groups are not. */
function deploymentsNow({ state, now }: Moment): readonly Deployment[] {
  const newest = state.deployments.filter(
    (one, index, all) =>
      !all.slice(index + 1).some(({ plan }) => sameId(plan.deploymentId, one.plan.deploymentId)),
  );
  const past = state.removals.filter(({ atMs }) => atMs <= now);
  return newest.filter(
    ({ plan: { deploymentId }, atMs, seq }) =>
      !past.some(
        (gone) =>
          (sameId(gone.id, deploymentId) ||
            deploymentId.toLowerCase().startsWith(`${gone.id.toLowerCase()}/`)) &&
          (gone.atMs > atMs || (gone.atMs === atMs && gone.seq > seq)),
      ),
  );
}

/** The deployments of the group that a path names. */
export const deploymentsInGroup = (call: Call): readonly Deployment[] =>
  deploymentsNow(call).filter(({ plan }) => sameId(groupOf(plan.deploymentId), groupIn(call)));

/** The deployment that a path names. */
export const deploymentNow = (call: Call): Deployment | undefined =>
  deploymentsNow(call).find(({ plan }) => sameId(plan.deploymentId, deploymentIn(call)));

/** 404 of a deployment (code and text: general knowledge of ARM, G). */
const deploymentNotFound = (name: string): Answer =>
  refused({
    status: 404,
    code: 'DeploymentNotFound',
    message: `Deployment '${name}' could not be found.`,
  });

/** Runs `work` with the deployment that the path names; 404 where there is none. */
export const onDeployment = handlersBy(
  (call: Call, work: (deployment: Deployment) => Answer): Answer => {
    if (findGroup(call.state, groupIn(call)) === undefined) return groupNotFound(param(call, 'rg'));
    const found = deploymentNow(call);
    return found === undefined ? deploymentNotFound(param(call, 'deployment')) : work(found);
  },
);
