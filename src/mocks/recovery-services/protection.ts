import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { failure, invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { discoveryRoutes } from '#src/mocks/recovery-services/discovery.ts';
import { cancelledAtOf } from '#src/mocks/recovery-services/jobs.ts';
import { acceptOperation } from '#src/mocks/recovery-services/operation-report.ts';
import { itemPath, onItem } from '#src/mocks/recovery-services/paths.ts';
import { notTaken } from '#src/mocks/recovery-services/point-actions.ts';
import { policyRoutes } from '#src/mocks/recovery-services/policies.ts';
import { pollingHeaders } from '#src/mocks/recovery-services/polling.ts';
import { protectRoutes } from '#src/mocks/recovery-services/protect.ts';
import { locationPath } from '#src/mocks/recovery-services/secondary-place.ts';
import { type Answer, type Call, ok, param, route, type Route } from '#src/mocks/service.ts';
import { timelineAt } from '#src/mocks/time/timeline.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { findMachine, findVault, instancesNamed, jobsIn } from '#src/mocks/world/lookup.ts';
import { planBackup } from '#src/mocks/world/plan-seed-job.ts';
import type { InstanceSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The body of `POST {L}/backupStatus` (azure-contract §3; 2024-04-01). */
const backupStatusRequestWire = z.looseObject({
  resourceType: z.literal('VM'),
  resourceId: z.string(),
});

export type BackupStatusRequestWire = z.infer<typeof backupStatusRequestWire>;

/** Its answer: which vault protects a machine, and as what. */
export const backupStatusWire = z.looseObject({
  /** `Protected`, `NotProtected`, `ProtectionFailed`, … */
  protectionStatus: maybe(z.string()),
  vaultId: maybe(z.string()),
  fabricName: maybe(z.string()),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
});

export type BackupStatusWire = z.infer<typeof backupStatusWire>;

/** The body of `POST {PI}/backup` (2024-04-01). */
const backupRequestWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMBackupRequest'),
    recoveryPointExpiryTimeInUTC: maybe(z.string()),
  }),
});

export type BackupRequestWire = z.infer<typeof backupRequestWire>;

/** Whether a machine is protected, and backing it up now (azure-contract §3 and §8). */

const partOf = (id: string, kind: string): string =>
  new RegExp(`/${kind}/([^/]+)`, 'i').exec(id)?.[1] ?? '';

/** `POST {L}/backupStatus`: of vaults of that region; another region does not know the machine (G). */
function status(call: Call): Answer {
  const body = backupStatusRequestWire.safeParse(parseJson(call.request.body)).data;
  if (body === undefined) return notTaken('a question for the protection of a machine');
  const instance = instancesNamed(call.state, nameOf(body.resourceId)).find(
    ({ machineId, vaultId }) =>
      sameId(machineId, body.resourceId) &&
      sameRegion(findVault(call.state, vaultId)?.location, param(call, 'region')),
  );
  if (instance === undefined) {
    return ok({ protectionStatus: 'NotProtected' } satisfies BackupStatusWire);
  }
  const { id, policyName, vaultId } = instance;
  return ok({
    protectionStatus: 'Protected',
    vaultId,
    fabricName: 'Azure',
    containerName: partOf(id, 'protectionContainers'),
    protectedItemName: partOf(id, 'protectedItems'),
    policyName,
    errorCode: 'Success',
    errorMessage: '',
  } satisfies BackupStatusWire);
}

/** Codes of both refusals are guesses (G). No new point comes of it: the world makes none. */
function backUp(call: Call, instance: InstanceSeed): Answer {
  const { state, now } = call;
  if (!backupRequestWire.safeParse(parseJson(call.request.body)).success) {
    return notTaken('a request for a backup');
  }
  const machine = findMachine(state, instance.machineId);
  if (machine?.exists !== true || instance.protectionState === 'ProtectionStopped') {
    return invalidInput('The virtual machine is not there, or its protection was stopped.');
  }
  const isBusy = jobsIn(state, instance.vaultId).some(
    (plan) =>
      plan.operation === 'Backup' &&
      sameId(plan.itemId, instance.id) &&
      plan.startedAtMs <= now &&
      timelineAt(plan, cancelledAtOf(state, plan.jobId), now).endedAtMs === null,
  );
  if (isBusy) return failure(409, 'Conflict', 'A backup of this virtual machine is running.');
  const jobId = guidFrom(`${state.seed.name}:backup:${state.operations.length}:${now}`);
  const ending = { kind: 'completed' } as const;
  const plan = planBackup({ instance, machine, jobId, atMs: now, ending });
  const operation = acceptOperation(call, {
    kind: 'item',
    scopeId: instance.id,
    operationMs: 60_000,
    properties: { objectType: 'OperationStatusJobExtendedInfo', jobId },
  });
  return {
    status: 202,
    headers: pollingHeaders(call, instance.id, operation.operationId),
    events: [
      operation,
      { type: 'backup-started', at: now, plan: { ...plan, isUserTriggered: true } },
    ],
  };
}

export const protectionRoutes: readonly Route[] = [
  ...policyRoutes,
  ...discoveryRoutes,
  ...protectRoutes,
  route.post('protectedItems.status', `${locationPath}/backupStatus`, status),
  route.post('protectedItems.backup', `${itemPath}/backup`, onItem(backUp)),
];
