import {
  acceptedOperation,
  type AcceptedOperation,
  type AcceptedStart,
  acceptedStart,
  byStatus,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import {
  type MountOutcome,
  toMount,
} from '#src/api/recovery-services/recovery-points/map-files.ts';
import {
  fileRecoveryStatusWire,
  type FileRecoveryWire,
} from '#src/api/recovery-services/recovery-points/wire-files.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** What file recovery needs to know. */
export interface FileRecovery {
  readonly pointId: ResourceId;
  readonly machineId: ResourceId;
  /** The point is mounted already, and shall stay so for longer. */
  readonly isRenewal?: boolean;
}

/** The very request that makes the files of a point readable. */
export function fileRecoveryRequest({ pointId, machineId, isRenewal = false }: FileRecovery) {
  const body: FileRecoveryWire = {
    properties: {
      objectType: 'IaasVMILRRegistrationRequest',
      recoveryPointId: nameOf(pointId),
      virtualMachineId: machineId,
      ...(isRenewal ? { renewExistingRegistration: true } : {}),
    },
  };
  const url = `${pointId}/provisionInstantItemRecovery?api-version=${BACKUP_API_VERSION}`;
  return { method: 'POST', url, body } as const;
}

/**
 * Makes the files of a point readable, once: `POST {RP}/provisionInstantItemRecovery` (azure-contract §10;
 * 2024-04-01).
 * @returns where to follow it; null when an answer came that does not say that Azure has accepted it.
 * @throws ArmError; `lost` means that Azure might have received it.
 */
export async function startFileRecovery(
  arm: ArmPipelines,
  recovery: FileRecovery,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  const request = { ...fileRecoveryRequest(recovery), clientRequestId, starts: true };
  const vaultId = vaultIdOf(recovery.pointId) ?? '';
  // What `Location` leads to has no script in it; the status of the same operation has.
  return byStatus(
    acceptedStart(await send(arm, request)),
    (id) => `${vaultId}/backupOperations/${id}?api-version=${BACKUP_API_VERSION}`,
  );
}

/** Where the mounting of a point stands. */
export type FileRecoveryState =
  | Exclude<OperationState, { readonly status: 'succeeded' }>
  | { readonly status: 'mounted'; readonly outcome: MountOutcome };

/** Asks once whether the files can be read, and how. @throws ArmError as every read. */
export function pollFileRecovery(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<FileRecoveryState> {
  return pollFor(arm, operation, mountedBy, signal);
}

function mountedBy(answer: ArmAnswer) {
  const { properties } = readBody(fileRecoveryStatusWire, answer);
  const outcome = toMount(properties?.recoveryTarget?.clientScripts ?? []);
  return { status: 'mounted', outcome } as const;
}

/** Ends it, once: `POST {RP}/revokeInstantItemRecovery` (2024-04-01). It makes no job. */
export async function endFileRecovery(
  arm: ArmPipelines,
  pointId: ResourceId,
): Promise<AcceptedOperation | null> {
  const url = `${pointId}/revokeInstantItemRecovery?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, starts: true }));
}
