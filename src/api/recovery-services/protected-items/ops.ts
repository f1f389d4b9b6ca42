import { listReader, oneReader } from '#src/api/arm/reader.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import {
  toProtectedItem,
  toProtectedItemDetails,
} from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Reads a backup instance with the summary of its points: `GET {PI}` (Recovery Services backup,
 * 2024-04-01; azure-contract §3).
 */
export const getProtectedItem = oneReader(
  protectedItemWire,
  (id) =>
    `${id}?api-version=${BACKUP_API_VERSION}&$filter=${encodeURIComponent("expand eq 'extendedInfo'")}`,
  toProtectedItemDetails,
);

const MACHINES = encodeURIComponent("backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'");

/**
 * Lists the backup instances of which a vault has points in its secondary region: `GET
 * {V}/backupProtectedItems` in the version of that region (azure-contract §9).
 */
export const listSecondaryItems = listReader(
  pageOf(protectedItemWire),
  (vaultId: ResourceId) =>
    `${vaultId}/backupProtectedItems?api-version=${SECONDARY_API_VERSION}&$filter=${MACHINES}`,
  toProtectedItem,
);
