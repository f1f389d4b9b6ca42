import { groupIn } from '#src/mocks/collection.ts';
import { machineWireOf } from '#src/mocks/compute/machines.ts';
import {
  deploymentIn,
  deploymentNow,
  deploymentWireOf,
  isActive,
} from '#src/mocks/deployments/deployment.ts';
import { prepare, type Prepared } from '#src/mocks/deployments/prepare.ts';
import { endOf } from '#src/mocks/deployments/steps.ts';
import type { TemplateTarget } from '#src/mocks/deployments/template.ts';
import { failure } from '#src/mocks/errors.ts';
import { objectIn } from '#src/mocks/json.ts';
import { acceptOperation } from '#src/mocks/recovery-services/operation-report.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, ok, param } from '#src/mocks/service.ts';
import type { Deployment } from '#src/mocks/world/deployed.ts';
import type { DeploymentPlan, WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId, groupOf, hexFrom } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import { usText } from '#src/mocks/time/text.ts';
import { sameId } from '#src/model/resource-id.ts';

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

export function putDeployment(call: Call): Answer {
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
  const status = `${host}${plan.deploymentId.replace('/resourceGroups/', '/resourcegroups/')}/operationStatuses/${plan.operationId}?api-version=${call.apiVersion}`;
  return {
    status: deploymentNow(call) === undefined ? 201 : 200,
    headers: { 'Azure-AsyncOperation': status },
    body: deploymentWireOf(deployment, call.now),
    events: [{ type: 'deployment-accepted', at: call.now, plan }],
  };
}

export function validateDeployment(call: Call): Answer {
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

export function predictDeployment(call: Call): Answer {
  const refusal = refusalOf(call, 'whatIf/action');
  if (refusal !== null) return refusal;
  const prepared = prepare(call);
  if ('refusal' in prepared) return prepared.refusal;
  const result = whatIfResult(call.state, prepared);
  const common = { kind: 'deployment', scopeId: groupIn(call), operationMs: WHAT_IF_MS } as const;
  const event = acceptOperation(call, { ...common, result });
  return { status: 202, headers: followedAt(call, event.operationId), events: [event] };
}

/** Where the result of an operation of ARM's own will be. */
export const followedAt = (call: Call, operationId: string): Record<string, string> => ({
  Location: `${host}/subscriptions/${param(call, 'sub')}/operationresults/${operationId}?api-version=${call.apiVersion}`,
  'Retry-After': '15',
});

/** What a deployment would change (aftercare §1.6, S). */
function whatIfResult(state: State, { group, targets, steps }: Prepared): object {
  const own = targets.map((target) => {
    const step = steps.find(({ resourceId }) => sameId(resourceId, target.id));
    return changeOf(state, target, step?.statusCode);
  });
  const others = idsIn(state, groupId(group)).filter(
    (id) => !targets.some((target) => sameId(target.id, id)),
  );
  const untouched = others.map((resourceId) => ({ resourceId, changeType: 'Ignore' }));
  return { status: 'Succeeded', properties: { changes: [...own, ...untouched] } };
}

/** What is known to be in a group already: its machines, disks, networks and accounts. */
function idsIn({ seed }: State, group: string): readonly string[] {
  const machines = 'near' in seed.machines ? [] : seed.machines.filter(({ exists }) => exists);
  const all = [...machines, ...(seed.looseDisks ?? []), ...seed.networks, ...seed.accounts];
  return all.map(({ id }) => id).filter((id) => sameId(groupOf(id), group));
}

/** A step that is refused, or never starts, is one that nothing is known of. */
function changeOf(state: State, target: TemplateTarget, statusCode: string | undefined): object {
  const { id: resourceId, type, name, apiVersion, body } = target;
  const after = { ...body, apiVersion, id: resourceId, type, name };
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
