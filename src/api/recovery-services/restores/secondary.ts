import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import { toRestoreBody } from '#src/api/recovery-services/restores/map.ts';
import {
  aadPropertiesWire,
  accessTokenWire,
  type CrossRegionRestoreWire,
} from '#src/api/recovery-services/restores/wire-secondary.ts';
import { SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { Restore } from '#src/model/restore.ts';

/**
 * Starts a restore in the secondary region of a vault, once: `POST {L}/backupCrossRegionRestore`
 * (azure-contract §9; 2023-01-15). `region`, account and network of the restore are of that region.
 * Before it the right to the point is asked for, which changes nothing.
 * @returns where to follow it, `GET {L}/backupCrrOperationsStatus/{operation}`; null when Azure
 * accepted and its headers could not be read.
 * @throws ArmError; `lost` means that nobody knows whether Azure received it, unless the right was
 * refused.
 */
export async function startSecondaryRestore(
  arm: ArmPipelines,
  restore: Restore,
  clientRequestId: string,
): Promise<AcceptedOperation | null> {
  const aad = await aadProperties(arm, restore);
  const token = await accessToken(arm, restore, aad);
  const body: CrossRegionRestoreWire = {
    // Microsoft's own client writes this name over the one that came (C).
    crossRegionRestoreAccessDetails: { ...token, objectType: 'CrrAccessToken' },
    restoreRequest: toRestoreBody(restore).properties,
  };
  const url = `${placeOf(restore)}/backupCrossRegionRestore?${version}`;
  return acceptedOperation(
    await send(arm, { method: 'POST', url, body, clientRequestId, starts: true }),
  );
}

const version = `api-version=${SECONDARY_API_VERSION}`;

/** The secondary region, as the vault's subscription has it. */
function placeOf({ recoveryPointId, region }: Restore): string {
  const { subscriptionId = '' } = parseResourceId(recoveryPointId) ?? {};
  return `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
}

/** Who will read the point: `GET {L}/backupAadProperties` (2023-01-15). */
async function aadProperties(arm: ArmPipelines, restore: Restore): Promise<object> {
  const url = `${placeOf(restore)}/backupAadProperties?${version}`;
  return (await sendFor(arm, aadPropertiesWire, { method: 'GET', url })).properties;
}

/** The right to read it: `POST {RP}/accessToken` at the vault in its own region (2023-01-15). */
async function accessToken(arm: ArmPipelines, { recoveryPointId }: Restore, properties: object) {
  const url = `${recoveryPointId}/accessToken?${version}`;
  const body = { properties };
  return (await sendFor(arm, accessTokenWire, { method: 'POST', url, body })).properties;
}
