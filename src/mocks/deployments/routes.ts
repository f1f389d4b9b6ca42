import { groupIn } from '#src/mocks/collection.ts';
import {
  deploymentIn,
  deploymentNow,
  deploymentWireOf,
  deploymentsInGroup,
  isActive,
  onDeployment,
  operationWiresOf,
  statusWireOf,
} from '#src/mocks/deployments/deployment.ts';
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
  type Route,
  list,
  ok,
  param,
  route,
  rowsOf,
} from '#src/mocks/service.ts';
import type { Deployment } from '#src/mocks/world/deployed.ts';
import { findGroup, findMachine } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';
import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { type Prepared, prepare } from '#src/mocks/deployments/prepare.ts';
import { endOf } from '#src/mocks/deployments/steps.ts';
import type { TemplateTarget } from '#src/mocks/deployments/template.ts';
import { objectIn } from '#src/mocks/json.ts';
import type { DeploymentPlan, WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId, groupOf, hexFrom } from '#src/mocks/world/ids.ts';
import { usText } from '#src/mocks/time/text.ts';

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

/** What starts with a template: a deployment, its validation, its prediction. */

const host = 'https://management.azure.com';
const deploymentType = 'Microsoft.Resources/deployments';

/** Up to 64 letters, digits and `-_.()` (ARM's rule for names of deployments). */
const NAME = /^[-\w.()]{1,64}$/;
/** How long Azure keeps a deployment active at most (issues of Azure/bicep, I). */
const ACTIVE_MS = 7 * 24 * 3600 * 1000;

function refusalOf(call: Call, verb: string): Answer | null {
  const denied = refuseInReadOnlyGroup(call, `${deploymentType}/${verb}`, deploymentIn(call));
  if (denied !== null) return denied;
  const name = param(call, 'deployment');
  return NAME.test(name)
    ? null
    : failure(400, 'InvalidDeploymentName', `The deployment name '${name}' is not valid.`);
}

/** 409: another deployment of the name still runs (text: issues of Azure/bicep, I). */
function stillActive(call: Call): Answer | null {
  const before = deploymentNow(call);
  if (before === undefined || !isActive(before, call.now)) return null;
  return failure(
    409,
    'DeploymentActive',
    `Unable to edit or replace deployment '${param(call, 'deployment')}': previous deployment from '${usText(before.atMs)}' is still active (expiration time is '${usText(before.atMs + ACTIVE_MS)}'). Please see https://aka.ms/arm-deploy for usage details.`,
  );
}

const decimals = (key: string): string =>
  String(BigInt(`0x${hexFrom(key, 24)}`))
    .slice(0, 15)
    .padStart(15, '0');

function planOf(prepared: Prepared, now: number): DeploymentPlan<WorldEvent> {
  const { deploymentId, steps, correlationId, echo } = prepared;
  return {
    deploymentId,
    // 20 digits, of which the first are always the same (R).
    operationId: `08584${decimals(`${deploymentId}:${now}`)}`,
    correlationId,
    steps,
    endsAtMs: endOf(steps, now),
    echo,
  };
}

function putDeployment(call: Call): Answer {
  const refusal = refusalOf(call, 'write') ?? stillActive(call);
  if (refusal !== null) return refusal;
  const prepared = prepare(call);
  if ('refusal' in prepared) return prepared.refusal;
  const plan = planOf(prepared, call.now);
  const deployment: Deployment = {
    plan,
    atMs: call.now,
    seq: call.stored.seq + 1,
    cancelledAtMs: null,
  };
  const address = `${host}${plan.deploymentId.replace('/resourceGroups/', '/resourcegroups/')}/operationStatuses/${plan.operationId}?api-version=${call.apiVersion}`;
  return {
    status: deploymentNow(call) === undefined ? 201 : 200,
    headers: { 'Azure-AsyncOperation': address },
    body: deploymentWireOf(deployment, call.now),
    events: [{ type: 'deployment-accepted', at: call.now, plan }],
  };
}

function validateDeployment(call: Call): Answer {
  const refusal = refusalOf(call, 'validate/action');
  if (refusal !== null) return refusal;
  const prepared = prepare(call);
  if ('refusal' in prepared) return prepared.refusal;
  const plan = { ...planOf(prepared, call.now), endsAtMs: call.now, steps: [] };
  const { id, name, properties } = deploymentWireOf(
    { plan, atMs: call.now, seq: 0, cancelledAtMs: null },
    call.now,
  );
  const { outputResources: _outputs, ...shown } = properties;
  const validatedResources = prepared.targets.map((target) => ({ id: target.id }));
  return ok({ id, name, type: deploymentType, properties: { ...shown, validatedResources } });
}

/** Simulated time until a prediction is made (G). */
const WHAT_IF_MS = 4000;

function predictDeployment(call: Call): Answer {
  const refusal = refusalOf(call, 'whatIf/action');
  if (refusal !== null) return refusal;
  const prepared = prepare(call);
  if ('refusal' in prepared) return prepared.refusal;
  const foreseen = whatIfResult(call.state, prepared);
  const common = { kind: 'deployment', scopeId: groupIn(call), operationMs: WHAT_IF_MS } as const;
  const event = acceptOperation(call, { ...common, result: foreseen });
  return { status: 202, headers: followedAt(call, event.operationId), events: [event] };
}

/** Where the result of an operation of ARM's own will be. */
const followedAt = (call: Call, operationId: string): Record<string, string> => ({
  Location: `${host}/subscriptions/${param(call, 'sub')}/operationresults/${operationId}?api-version=${call.apiVersion}`,
  'Retry-After': '15',
});

/** What a deployment would change (aftercare §1.6, S). */
function whatIfResult(state: State, { group: groupName, targets, steps }: Prepared): object {
  const own = targets.map((target) => {
    const step = steps.find(({ resourceId }) => sameId(resourceId, target.id));
    return changeOf(state, target, step?.statusCode);
  });
  const others = idsIn(state, groupId(groupName)).filter(
    (id) => !targets.some((target) => sameId(target.id, id)),
  );
  const untouched = others.map((resourceId) => ({ resourceId, changeType: 'Ignore' }));
  return { status: 'Succeeded', properties: { changes: [...own, ...untouched] } };
}

/** What is known to be in a group already: its machines, disks, networks and accounts. */
function idsIn({ seed }: State, groupName: string): readonly string[] {
  const machines = 'near' in seed.machines ? [] : seed.machines.filter(({ exists }) => exists);
  const things = [...machines, ...(seed.looseDisks ?? []), ...seed.networks, ...seed.accounts];
  return things.map(({ id }) => id).filter((id) => sameId(groupOf(id), groupName));
}

/** A step that is refused, or never starts, is one that nothing is known of. */
function changeOf(state: State, target: TemplateTarget, statusCode: string | undefined): object {
  const { id: resourceId, type: kind, name, apiVersion, body } = target;
  const after = { ...body, apiVersion, id: resourceId, type: kind, name };
  if (statusCode === 'Created') return { resourceId, changeType: 'Create', after };
  if (statusCode !== 'OK') {
    return {
      resourceId,
      changeType: 'Unsupported',
      unsupportedReason: 'The change cannot be predicted: the resource would be rejected.',
    };
  }
  const machine = findMachine(state, resourceId);
  if (machine === undefined) return { resourceId, changeType: 'Deploy', after };
  const before: unknown = JSON.parse(JSON.stringify(machineWireOf(machine, false)));
  const delta = deltaOf('properties', objectIn(before)['properties'], body['properties']);
  return {
    resourceId,
    changeType: delta.length === 0 ? 'NoChange' : 'Modify',
    before,
    after,
    delta,
  };
}

/** Which of the wanted values differ from those that are there; what is not wanted stays. */
function deltaOf(path: string, before: unknown, after: unknown): readonly object[] {
  if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  const isObject = typeof after === 'object' && after !== null && !Array.isArray(after);
  if (isObject && typeof before === 'object' && before !== null) {
    const there = objectIn(before);
    return Object.entries(after).flatMap(([key, value]) =>
      deltaOf(`${path}.${key}`, there[key], value),
    );
  }
  return before === undefined
    ? [{ path, propertyChangeType: 'Create', after }]
    : [{ path, propertyChangeType: 'Modify', before, after }];
}
