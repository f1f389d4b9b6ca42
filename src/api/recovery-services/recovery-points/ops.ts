import { byId, listReader, oneReader } from '#src/api/arm/reader.ts';
import { toRecoveryPoint } from '#src/api/recovery-services/recovery-points/map.ts';
import {
  recoveryPointPageWire,
  recoveryPointWire,
} from '#src/api/recovery-services/recovery-points/wire.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Azure leaves points that are deleted softly out of a list, unless asked for them (azure-contract §4). */
const WITH_DELETED = `$filter=${encodeURIComponent("includeSoftDeletedRP eq 'True'")}`;

/**
 * Lists the recovery points of a backup instance, newest first as Azure gives them, also those that are deleted
 * softly: `GET {PI}/recoveryPoints` (document 004, Select Recovery point; 2024-04-01).
 */
export const listRecoveryPoints = listReader(
  recoveryPointPageWire,
  (itemId: ResourceId) =>
    `${itemId}/recoveryPoints?api-version=${BACKUP_API_VERSION}&${WITH_DELETED}`,
  toRecoveryPoint,
);

/**
 * Lists the recovery points of a backup instance in its vault's secondary region: `GET
 * {PI}/recoveryPoints` in the version of that region (azure-contract §9; 2023-01-15).
 */
export const listSecondaryPoints = listReader(
  recoveryPointPageWire,
  (itemId: ResourceId) => `${itemId}/recoveryPoints?api-version=${SECONDARY_API_VERSION}`,
  toRecoveryPoint,
);

/** Reads one recovery point: `GET {RP}` (azure-contract §4; 2024-04-01). */
export const getRecoveryPoint = oneReader(
  recoveryPointWire,
  byId(BACKUP_API_VERSION),
  toRecoveryPoint,
);
