import { byId } from '#src/api/queries/by-id.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';

/** One recovery point, by itself: whether it is mounted at this moment. */
export const recoveryPointQuery = byId('recovery point', getRecoveryPoint);
