import { itemsAndPoints } from './items-and-points.ts';

/** What the secondary region answers: addresses of the first, in other versions (azure-contract §9). */
export const secondaryOperations = itemsAndPoints('secondary', [
  'BackupProtectedItemsCrr_List',
  'RecoveryPointsCrr_List',
  'RecoveryPointsCrr_Get',
]);
