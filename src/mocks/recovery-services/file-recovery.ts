import { fileRecoveryWire } from '#src/api/recovery-services/requests.ts';
import { cloudInvalidInput, isSoftDeleted, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { clientScriptsOf } from '#src/mocks/recovery-services/file-scripts.ts';
import { isArchived } from '#src/mocks/recovery-services/judgement.ts';
import { pointPath } from '#src/mocks/recovery-services/paths.ts';
import { acceptedOn, notTaken, onPoint } from '#src/mocks/recovery-services/point-actions.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';
import type { Operation, State } from '#src/mocks/world/fold.ts';
import { findInstance, findMachine, findVault } from '#src/mocks/world/lookup.ts';
import { isMountedOrSoon } from '#src/mocks/world/mounts.ts';
import type { InstanceSeed, PointSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** File recovery (azure-contract §10, aftercare §3). */

/** How long the operations take in the recording (aftercare §3.1, R). */
const PROVISION_MS = 46_000;
const REVOKE_MS = 11_000;

function mount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const body = fileRecoveryWire.safeParse(parseJson(call.request.body)).data?.properties;
  if (body === undefined) return notTaken('a registration for file recovery');
  if (instance.softDeleted !== undefined) return refused(isSoftDeleted(instance.friendlyName));
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  const isRenewal = body.renewExistingRegistration === true;
  const refusal = refusalOf(call, point, { pointId, isRenewal });
  if (refusal !== null) return refused(cloudInvalidInput(refusal));
  const { now: at } = call;
  return acceptedOn(call, instance, {
    operationMs: PROVISION_MS,
    events: (operationId) => [
      {
        type: 'point-mounted',
        at,
        pointId,
        isMounted: true,
        ms: PROVISION_MS,
        operationId,
        isRenewal,
      },
    ],
  });
}

/** Why files can't be read now; null when they can. Reasons and codes are guesses (G). */
function refusalOf(
  { state, now }: Call,
  point: PointSeed,
  { pointId, isRenewal }: { readonly pointId: string; readonly isRenewal: boolean },
): string | null {
  if (isArchived(point)) return 'Files cannot be read from the archive tier.';
  if (!isMountedOrSoon(state.mounts, pointId, now)) return null;
  const { isMountedTwice, isRenewalRefused } = state.seed.fileRecovery ?? {};
  if (isRenewal) {
    return isRenewalRefused === true
      ? 'The recovery point is mounted: it cannot be renewed.'
      : null;
  }
  return isMountedTwice === true
    ? null
    : 'The recovery point is mounted: renewExistingRegistration is needed.';
}

function unmount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  return acceptedOn(call, instance, {
    operationMs: REVOKE_MS,
    events: () => [
      { type: 'point-mounted', at: call.now, pointId, isMounted: false, ms: REVOKE_MS },
    ],
  });
}

/**
 * An operation with the scripts that it reports, if it mounted a point. They are made when they are
 * read: no event, and so nothing that is stored or logged, has the password.
 */
export function withScripts(state: State, operation: Operation): Operation {
  const { operationId, scopeId } = operation;
  const session = state.mounts.find((one) => one.operationId === operationId);
  const instance = session && findInstance(state, scopeId);
  if (session === undefined || instance === undefined) return operation;
  const { machineId, vaultId } = instance;
  const clientScripts = clientScriptsOf({
    operationId,
    pointName: nameOf(session.pointId),
    vmName: nameOf(machineId),
    osType: findMachine(state, machineId)?.osType ?? 'Windows',
    vaultId,
    region: findVault(state, vaultId)?.location ?? '',
    startsMs: session.atMs,
    expiresMs: session.untilMs,
    lacks: session.lacks,
  });
  const objectType = 'OperationStatusProvisionILRExtendedInfo';
  return { ...operation, properties: { objectType, recoveryTarget: { clientScripts } } };
}

export const fileRecoveryRoutes: readonly Route[] = [
  route.post('recoveryPoints.mount', `${pointPath}/provisionInstantItemRecovery`, onPoint(mount)),
  route.post('recoveryPoints.unmount', `${pointPath}/revokeInstantItemRecovery`, onPoint(unmount)),
];
