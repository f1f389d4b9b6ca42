import { pageOf } from '#src/api/arm/wire.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import {
  recoveryPointPageWire,
  recoveryPointWire,
} from '#src/api/recovery-services/recovery-points/wire.ts';

import type { Operation } from '../operation.ts';
import { item, itemType, point, pointType, vault } from './paths.ts';

/** What the secondary region answers: addresses of the first, in other versions (azure-contract §9). */
export const secondaryOperations: readonly Operation[] = [
  {
    id: 'BackupProtectedItemsCrr_List',
    method: 'GET',
    path: `${vault}/backupProtectedItems`,
    plane: 'secondary',
    answers: {
      200: { schema: pageOf(protectedItemWire), marks: ['properties.protectedItemType'] },
    },
    isList: true,
    yields: itemType,
  },
  {
    id: 'RecoveryPointsCrr_List',
    method: 'GET',
    path: `${item}/recoveryPoints`,
    plane: 'secondary',
    answers: { 200: { schema: recoveryPointPageWire } },
    isList: true,
    yields: pointType,
  },
  {
    id: 'RecoveryPointsCrr_Get',
    method: 'GET',
    path: point,
    plane: 'secondary',
    answers: { 200: { schema: recoveryPointWire } },
    yields: pointType,
  },
];
