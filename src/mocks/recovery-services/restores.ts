import { restoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { judgeRestore } from '#src/mocks/recovery-services/judge.ts';
import { itemAction, pointPath, withItem } from '#src/mocks/recovery-services/paths.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { pollingHeaders } from '#src/mocks/recovery-services/polling.ts';
import { type Answer, type Call, param, type Route } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { guidFrom, hash32 } from '#src/mocks/world/ids.ts';
import { findMachine, findPoint } from '#src/mocks/world/lookup.ts';
import { planRestore } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** Simulated time until the operation ends: 60 to 90 s, fixed by its id (G). */
const operationMsOf = (operationId: string): number => 60_000 + (hash32(operationId) % 30_000);

function trigger(call: Call, instance: InstanceSeed, vault: VaultSeed): Answer {
  const parsed = restoreRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return invalidInput(
      `The request body is not a restore request${where === '' ? '' : `: ${where}`}.`,
    );
  }
  const body = parsed.data.properties;
  const point = findPoint(instance, param(call, 'point'));
  if (point === undefined) return pointNotFound(param(call, 'point'));
  const machine = findMachine(call.state, instance.machineId);
  if (machine === undefined) return pointNotFound(point.name);
  const refusal = judgeRestore({ state: call.state, vault, instance, machine, point, body });
  if (refusal !== null) return refusal;

  const { seed, restores } = call.state;
  const number = restores.length;
  const preset = seed.presets?.[number];
  const operationId =
    preset?.operationId ?? guidFrom(`${seed.name}:operation:${number}:${call.now}`);
  const jobId = preset?.jobId ?? guidFrom(`${seed.name}:job:${number}:${call.now}`);
  const event: WorldEvent = {
    type: 'restore-accepted',
    at: call.now,
    operationId,
    jobId,
    operationMs: operationMsOf(operationId),
    clientRequestId: call.request.headers.get('x-ms-client-request-id') ?? null,
    requestId: call.request.requestId,
    apiVersion: call.apiVersion,
    path: call.request.url.pathname,
    body: parsed.data,
    plan: planRestore({
      instance,
      machine,
      point,
      body,
      jobId,
      atMs: call.now,
      ending: { kind: 'completed' },
    }),
  };
  return { status: 202, headers: pollingHeaders(call, instance.id, operationId), events: [event] };
}

export const restoreRoutes: readonly Route[] = [
  {
    operation: 'restores.trigger',
    method: 'POST',
    path: `${pointPath}/restore`,
    action: `${itemAction}/recoveryPoints/restore/action`,
    handle: (call) => withItem(call, (instance, vault) => trigger(call, instance, vault)),
  },
];
