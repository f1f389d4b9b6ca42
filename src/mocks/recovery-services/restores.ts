import { restoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { parseJson } from '#src/mocks/json.ts';
import { acceptRestore } from '#src/mocks/recovery-services/accept.ts';
import { onItem, pointPath } from '#src/mocks/recovery-services/paths.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { pollingHeaders } from '#src/mocks/recovery-services/polling.ts';
import { wrongBody } from '#src/mocks/errors.ts';
import { type Answer, type Call, param, type Route, route } from '#src/mocks/service.ts';
import { rehydrationBy } from '#src/mocks/recovery-services/rehydration.ts';
import { findMachine, findPoint } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** Who sent a request, and where to. */
export const senderOf = ({ request, apiVersion }: Call) => ({
  clientRequestId: request.headers.get('x-ms-client-request-id') ?? null,
  requestId: request.requestId,
  apiVersion,
  path: request.url.pathname,
});

function trigger(call: Call, instance: InstanceSeed, vault: VaultSeed): Answer {
  const parsed = restoreRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a restore request', parsed.error);
  const point = findPoint(instance, param(call, 'point'));
  if (point === undefined) return pointNotFound(param(call, 'point'));
  const machine = findMachine(call.state, instance.machineId);
  if (machine === undefined) return pointNotFound(point.name);
  const verdict = acceptRestore(
    call.state,
    call.now,
    { vault, instance, machine, point, body: parsed.data },
    senderOf(call),
  );
  if (!verdict.isAccepted) return verdict.refusal;
  const { event } = verdict;
  return {
    status: 202,
    headers: pollingHeaders(call, instance.id, event.operationId),
    events: [event, ...rehydrationBy(call.now, instance, point, parsed.data)],
  };
}

export const restoreRoutes: readonly Route[] = [
  route.post('restores.trigger', `${pointPath}/restore`, onItem(trigger)),
];
