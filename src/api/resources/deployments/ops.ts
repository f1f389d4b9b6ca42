import { type ArmErrorFacts, armFacts, isNotFound } from '#src/api/arm/error.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send, sendFor } from '#src/api/arm/send.ts';
import {
  toDeployment,
  toDeploymentBody,
  toDeploymentOperation,
} from '#src/api/resources/deployments/map.ts';
import {
  deploymentOperationPageWire,
  deploymentPageWire,
  deploymentWire,
} from '#src/api/resources/deployments/wire.ts';
import { DEPLOYMENT_API_VERSION } from '#src/api/resources/version.ts';
import type { Deployment, DeploymentOperation, DeploymentOrder } from '#src/model/deployment.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

const PROVIDER = '/providers/Microsoft.Resources/deployments';

/** The id of a deployment to a resource group. */
export const deploymentId = (groupId: ResourceId, name: string): ResourceId =>
  resourceId(`${groupId}${PROVIDER}/${name}`);

/** The address of a deployment, or of what lies under it. */
export const deploymentAddress = (id: ResourceId, rest = ''): string =>
  `${id}${rest}?api-version=${DEPLOYMENT_API_VERSION}`;

/** Reads a deployment: `GET …/Microsoft.Resources/deployments/{name}` (2024-03-01). @throws ArmError. */
export async function readDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Deployment> {
  const url = deploymentAddress(id);
  return toDeployment(await sendFor(arm, deploymentWire, { method: 'GET', url, signal }));
}

/** The same, or null where there is none. @throws ArmError for every other answer. */
export async function findDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Deployment | null> {
  try {
    return await readDeployment(arm, id, signal);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * The deployments of a resource group, the newest first: `GET …/Microsoft.Resources/deployments`
 * (2024-03-01). @throws ArmError.
 */
export async function listDeployments(
  arm: ArmPipelines,
  groupId: ResourceId,
  signal?: AbortSignal,
): Promise<readonly Deployment[]> {
  const url = `${groupId}${PROVIDER}?api-version=${DEPLOYMENT_API_VERSION}`;
  return (await wholeList(arm, deploymentPageWire, url, signal)).map(toDeployment);
}

/**
 * What a deployment has done so far, resource by resource: `GET
 * …/resourcegroups/{rg}/deployments/{name}/operations` (2024-03-01; no provider in the path).
 * @throws ArmError.
 */
export async function listDeploymentOperations(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<readonly DeploymentOperation[]> {
  const url = deploymentAddress(
    resourceId(id.replace(/\/providers\/Microsoft\.Resources\//i, '/')),
    '/operations',
  );
  return (await wholeList(arm, deploymentOperationPageWire, url, signal)).map(
    toDeploymentOperation,
  );
}

/** What came of a start: Azure accepted it, it is found to be there, or the outcome is unknown. */
export type DeploymentStart =
  | { readonly kind: 'started' | 'found'; readonly deployment: Deployment }
  | { readonly kind: 'unknown' };

/**
 * Starts a deployment, once: `PUT …/Microsoft.Resources/deployments/{name}` (2024-03-01). A name must
 * be used for one attempt only: after a lost answer a deployment of that name is taken for this one, and
 * where there is none, the request may still arrive. It is followed by {@link readDeployment}.
 * @throws ArmError for every refusal, with all reasons in its body.
 */
export async function createDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  order: DeploymentOrder,
): Promise<DeploymentStart> {
  try {
    const answer = await send(arm, {
      method: 'PUT',
      url: deploymentAddress(id),
      body: toDeploymentBody(order),
      starts: true,
    });
    return { kind: 'started', deployment: toDeployment(readBody(deploymentWire, answer)) };
  } catch (error) {
    const facts = armFacts(error);
    if (!isUnclear(facts)) throw error;
    const start = await lostDeployment(arm, id);
    // Nothing of the name is there, so the conflict was with something else.
    if (start.kind === 'unknown' && facts?.mayBeSecond === true) throw error;
    return start;
  }
}

/** Whether Azure may have accepted a request in spite of what the page got. */
const isUnclear = (facts: ArmErrorFacts | null): boolean =>
  facts?.kind === 'lost' ||
  facts?.kind === 'unreadable' ||
  facts?.mayBeSecond === true ||
  (facts?.status ?? 0) >= 500;

async function lostDeployment(arm: ArmPipelines, id: ResourceId): Promise<DeploymentStart> {
  const deployment = await findDeployment(arm, id).catch(() => null);
  return deployment === null ? { kind: 'unknown' } : { kind: 'found', deployment };
}

/**
 * Cancels a deployment that runs: `POST …/Microsoft.Resources/deployments/{name}/cancel` (2024-03-01).
 * What it has created by then stays. @throws ArmError; `refused` by 409 when it is over.
 */
export async function cancelDeployment(arm: ArmPipelines, id: ResourceId): Promise<void> {
  await send(arm, { method: 'POST', url: deploymentAddress(id, '/cancel'), starts: true });
}
