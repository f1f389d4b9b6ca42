import { groupIn } from '#src/mocks/collection.ts';
import {
  deploymentNow,
  deploymentsInGroup,
  deploymentWireOf,
  isActive,
  onDeployment,
  operationWiresOf,
  statusWireOf,
} from '#src/mocks/deployments/deployment.ts';
import {
  followedAt,
  predictDeployment,
  putDeployment,
  validateDeployment,
} from '#src/mocks/deployments/start.ts';
import { failure, groupNotFound } from '#src/mocks/errors.ts';
import {
  acceptOperation,
  isOver,
  unknownOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/paths.ts';
import {
  type Answer,
  type Call,
  list,
  ok,
  param,
  type Route,
  route,
  rowsOf,
} from '#src/mocks/service.ts';
import type { Deployment } from '#src/mocks/world/deployed.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

const group = '/subscriptions/{sub}/resourcegroups/{rg}';
const type = 'Microsoft.Resources/deployments';
const all = `${group}/providers/${type}`;
const one = `${all}/{deployment}`;
/** Operations lie under no provider (aftercare §1.6, S and R). */
const operations = `${group}/deployments/{deployment}/operations`;

function listDeployments(call: Call): Answer {
  if (findGroup(call.state, groupIn(call)) === undefined) return groupNotFound(param(call, 'rg'));
  return list(
    rowsOf(deploymentsInGroup(call).toReversed(), (deployment) =>
      deploymentWireOf(deployment, call.now),
    ),
  );
}

function status(call: Call, deployment: Deployment): Answer {
  return sameId(deployment.plan.operationId, param(call, 'operation'))
    ? ok(statusWireOf(deployment, call.now))
    : unknownOperation(call);
}

/** 204; 409 for one that is over (general knowledge of ARM, G). */
function cancel(call: Call, deployment: Deployment): Answer {
  const { deploymentId } = deployment.plan;
  const denied = refuseInReadOnlyGroup(call, `${type}/cancel/action`, deploymentId);
  if (denied !== null) return denied;
  const { now: at } = call;
  const name = param(call, 'deployment');
  if (!isActive(deployment, at)) {
    return failure(
      409,
      'DeploymentCannotBeCancelled',
      `The deployment '${name}' cannot be cancelled because it is not active.`,
    );
  }
  return { status: 204, events: [{ type: 'deployment-cancelled', at, deploymentId }] };
}

/** Only what is known of it goes: what it deployed stays. */
function remove(call: Call, deployment: Deployment): Answer {
  const { deploymentId: id } = deployment.plan;
  const denied = refuseInReadOnlyGroup(call, `${type}/delete`, id);
  if (denied !== null) return denied;
  if (isActive(deployment, call.now)) {
    return failure(
      409,
      'DeploymentActive',
      `The deployment '${param(call, 'deployment')}' cannot be deleted while it is active.`,
    );
  }
  const event = acceptOperation(call, {
    kind: 'deployment',
    scopeId: groupIn(call),
    operationMs: 1000,
  });
  return {
    status: 202,
    headers: followedAt(call, event.operationId),
    events: [{ type: 'resource-removed', at: call.now, id }, event],
  };
}

function operation(call: Call, deployment: Deployment): Answer {
  const id = `${deployment.plan.deploymentId}/operations/${param(call, 'operation')}`;
  const found = operationWiresOf(deployment, call.now).find((wire) => sameId(wire.id, id));
  return found === undefined ? unknownOperation(call) : ok(found);
}

/** 202 while it runs; then what came of it, or no content. */
function result(call: Call): Answer {
  const found = call.state.operations.find(
    ({ kind, operationId }) =>
      kind === 'deployment' && sameId(operationId, param(call, 'operation')),
  );
  if (found === undefined) return unknownOperation(call);
  if (!isOver(found, call.now))
    return { status: 202, headers: followedAt(call, found.operationId) };
  return found.result === undefined ? { status: 204 } : ok(found.result);
}

/** Deployments of templates to resource groups (2024-03-01); what they create is written as a PUT of it would be. */
export const deploymentRoutes: readonly Route[] = [
  route.put('deployments.create', one, putDeployment),
  route.get('deployments.list', all, listDeployments),
  route.get(
    'deployments.get',
    one,
    onDeployment((call, deployment) => ok(deploymentWireOf(deployment, call.now))),
  ),
  route.head('deployments.exists', one, (call) => ({
    status: deploymentNow(call) === undefined ? 404 : 204,
  })),
  route.delete('deployments.delete', one, onDeployment(remove)),
  route.post('deployments.validate', `${one}/validate`, validateDeployment),
  route.post('deployments.whatIf', `${one}/whatIf`, predictDeployment),
  route.post('deployments.cancel', `${one}/cancel`, onDeployment(cancel)),
  route.get('deployments.status', `${one}/operationStatuses/{operation}`, onDeployment(status)),
  route.get(
    'deployments.operations',
    operations,
    onDeployment((call, deployment) =>
      list(rowsOf(operationWiresOf(deployment, call.now), (wire) => wire)),
    ),
  ),
  route.get('deployments.operation', `${operations}/{operation}`, onDeployment(operation)),
  route.get(
    'resources.operationResult',
    '/subscriptions/{sub}/operationresults/{operation}',
    result,
    'Microsoft.Resources/subscriptions/operationresults/read',
  ),
];
