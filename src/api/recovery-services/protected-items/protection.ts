import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import {
  type BackupRequestWire,
  type BackupStatusRequestWire,
  backupStatusWire,
} from '#src/api/recovery-services/protected-items/wire-status.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import { regionName } from '#src/model/region.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * Finds the protected item of a machine, whatever vault it is in: `POST {L}/backupStatus`
 * (azure-contract §3; 2024-04-01). Null: no vault of the region protects it.
 */
export async function findProtection(
  arm: ArmPipelines,
  machineId: ResourceId,
  region: string,
  signal?: AbortSignal,
): Promise<ResourceId | null> {
  const { subscriptionId = '' } = parseResourceId(machineId) ?? {};
  const place = `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${regionName(region)}`;
  const url = `${place}/backupStatus?api-version=${BACKUP_API_VERSION}`;
  const body: BackupStatusRequestWire = { resourceType: 'VM', resourceId: machineId };
  const found = await sendFor(arm, backupStatusWire, { method: 'POST', url, body, signal });
  const { vaultId, fabricName, containerName, protectedItemName } = found;
  return vaultId && containerName && protectedItemName
    ? resourceId(
        `${vaultId}/backupFabrics/${fabricName || 'Azure'}/protectionContainers/${containerName}/protectedItems/${protectedItemName}`,
      )
    : null;
}

/**
 * Starts a backup of a protected item, once: `POST {PI}/backup` (2024-04-01). What Azure keeps for
 * how long is the policy's affair, unless `keepUntil` says otherwise.
 * @returns where to follow it; null when Azure accepted and its headers could not be read.
 */
export async function startBackup(
  arm: ArmPipelines,
  itemId: ResourceId,
  keepUntil?: Instant,
): Promise<AcceptedOperation | null> {
  const body: BackupRequestWire = {
    properties: {
      objectType: 'IaasVMBackupRequest',
      ...(keepUntil === undefined ? {} : { recoveryPointExpiryTimeInUTC: isoText(keepUntil) }),
    },
  };
  const url = `${itemId}/backup?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, body, starts: true }));
}
