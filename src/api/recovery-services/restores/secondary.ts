import { acceptedStart, type AcceptedStart, byStatus } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { type ArmRequest, send, sendFor } from '#src/api/arm/send.ts';
import { toRestoreBody } from '#src/api/recovery-services/restores/map.ts';
import {
  aadPropertiesWire,
  accessTokenWire,
  type CrossRegionRestoreWire,
  type PointRight,
} from '#src/api/recovery-services/restores/wire-secondary.ts';
import { SECONDARY_API_VERSION } from '#src/api/versions.ts';
import type { Restore } from '#src/api/recovery-services/restores/restore.ts';

/**
 * Restores in the secondary region of a vault (azure-contract §9; 2023-01-15). `region`, account and
 * network of such a restore are of that region.
 */

const version = `api-version=${SECONDARY_API_VERSION}`;

/**
 * Asks for the right to read the point there, which starts nothing: who will read it, by `GET
 * {L}/backupAadProperties`, then the right itself, by `POST {RP}/accessToken` at the vault in its own
 * region (2023-01-15).
 */
export async function rightToPoint(arm: ArmPipelines, restore: Restore): Promise<PointRight> {
  const { who, right } = rightRequests(restore);
  const { properties } = await sendFor(arm, aadPropertiesWire, who);
  return (await sendFor(arm, accessTokenWire, { ...right, body: { properties } })).properties;
}

/** The two requests of {@link rightToPoint}; the body of the second is what the first answers. */
export function rightRequests(restore: Restore): Record<'who' | 'right', ArmRequest> {
  return {
    who: { method: 'GET', url: `${placeOf(restore)}/backupAadProperties?${version}` },
    right: { method: 'POST', url: `${restore.recoveryPointResourceId}/accessToken?${version}` },
  };
}

/** The very request that starts the restore: `POST {L}/backupCrossRegionRestore` (2023-01-15). */
export function secondaryRestoreRequest(
  restore: Restore,
  right: PointRight,
  clientRequestId: string,
): ArmRequest {
  const body: CrossRegionRestoreWire = {
    // Microsoft's own client writes this name over the one that came (C).
    crossRegionRestoreAccessDetails: { ...right, objectType: 'CrrAccessToken' },
    restoreRequest: toRestoreBody(restore).properties,
  };
  const url = `${placeOf(restore)}/backupCrossRegionRestore?${version}`;
  return { method: 'POST', url, body, clientRequestId, starts: true };
}

/**
 * Starts a restore in the secondary region, once: nothing below repeats it.
 * @returns where to follow it, `GET {L}/backupCrrOperationsStatus/{operation}`; null when the
 * answer doesn't say that Azure has accepted it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startSecondaryRestore(
  arm: ArmPipelines,
  restore: Restore,
  right: PointRight,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  const answer = await send(arm, secondaryRestoreRequest(restore, right, clientRequestId));
  return byStatus(
    acceptedStart(answer),
    (id) => `${placeOf(restore)}/backupCrrOperationsStatus/${id}?${version}`,
  );
}

/** The secondary region, as the vault's subscription has it. */
function placeOf({ recoveryPointResourceId, region }: Restore): string {
  const { subscriptionId = '' } = parseResourceId(recoveryPointResourceId) ?? {};
  return `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
}
