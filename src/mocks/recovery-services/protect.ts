import { protectRequestWire } from '#src/api/recovery-services/requests.ts';
import { failure, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { judgeProtection } from '#src/mocks/recovery-services/judge-protection.ts';
import { acceptOperation } from '#src/mocks/recovery-services/operation-report.ts';
import { itemIdIn, itemPath, onVault } from '#src/mocks/recovery-services/paths.ts';
import { pollingHeaders } from '#src/mocks/recovery-services/polling.ts';
import { type Answer, type Call, type Route, route } from '#src/mocks/service.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { findInstance } from '#src/mocks/world/lookup.ts';
import { planProtection } from '#src/mocks/world/plan-restore.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { instanceOf } from '#src/mocks/world/worlds/builders.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Simulated milliseconds until the operation is over, and the job is (G). */
const OPERATION_MS = 30_000;
/** The same of an undeletion: under 20 s in the recording (live §6, R). */
const UNDELETE_MS = 18_000;

/**
 * `PUT {PI}`: protects a machine, goes on with another policy, stops, or undeletes: 202 with both addresses (official
 * samples ConfigureProtection and StopProtection, S; headers R; an undeletion R).
 */
function protect(call: Call, vault: VaultSeed): Answer {
  const { state, now } = call;
  const parsed = protectRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a request to protect a virtual machine', parsed.error);
  const wish = judgeProtection(call, vault, itemIdIn(call, vault), parsed.data);
  if ('status' in wish) return wish;
  const { machine, policyName, protectionState, operation: job } = wish;
  const ms = job === 'Undelete' ? UNDELETE_MS : OPERATION_MS;
  const reported = instanceOf(vault.id, machine, { points: [], policyName, protectionState });
  const instance = { ...reported, id: findInstance(state, reported.id)?.id ?? reported.id };
  const isBusy = state.protections.some(
    ({ plan }) => sameId(plan.itemId, instance.id) && now < plan.startedAtMs + ms,
  );
  if (isBusy) return failure(409, 'Conflict', 'Another operation is in progress on this item.');
  const jobId = guidFrom(`${state.seed.name}:protection:${state.operations.length}:${now}`);
  const operation = acceptOperation(call, {
    kind: 'item',
    scopeId: instance.id,
    operationMs: ms,
    properties: { objectType: 'OperationStatusJobExtendedInfo', jobId },
  });
  const plan = planProtection({ instance, jobId, atMs: now, ms, operation: job });
  return {
    status: 202,
    headers: pollingHeaders(call, instance.id, operation.operationId),
    events: [operation, { type: 'protection-configured', at: now, plan, instance }],
  };
}

export const protectRoutes: readonly Route[] = [
  route.put('protectedItems.protect', itemPath, onVault(protect)),
];
