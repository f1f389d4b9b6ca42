import { recoveryPointPageWire } from '#src/api/recovery-services/points.ts';

import type { Operation } from '../operation.ts';
import { item, itemFollowed, point, pointType } from './paths.ts';

/** What is done with an item and its points beside restoring them whole (azure-contract §5, §9, §10). */
export const pointOperations: readonly Operation[] = [
  {
    id: 'Backups_Trigger',
    method: 'POST',
    path: `${item}/backup`,
    body: {
      name: 'parameters',
      marks: ['properties.objectType'],
      never: ['properties.recoveryPointId'],
    },
    answers: { 202: { schema: null } },
    followedAt: itemFollowed,
  },
  {
    id: 'ItemLevelRecoveryConnections_Provision',
    method: 'POST',
    path: `${point}/provisionInstantItemRecovery`,
    body: {
      name: 'parameters',
      marks: ['properties.virtualMachineId', 'properties.initiatorName'],
    },
    answers: { 202: { schema: null } },
    followedAt: itemFollowed,
  },
  {
    id: 'ItemLevelRecoveryConnections_Revoke',
    method: 'POST',
    path: `${point}/revokeInstantItemRecovery`,
    answers: { 202: { schema: null } },
    followedAt: itemFollowed,
  },
  {
    id: 'RecoveryPoint_MoveRecoveryPoint',
    method: 'POST',
    path: `${point}/move`,
    body: { name: 'parameters', marks: ['targetTierType'] },
    answers: { 202: { schema: null } },
    followedAt: itemFollowed,
  },
  {
    id: 'RecoveryPointsRecommendedForMove_List',
    method: 'POST',
    path: `${item}/recoveryPointsRecommendedForMove`,
    body: { name: 'parameters', marks: ['excludedRPList', 'objectType'] },
    answers: { 200: { schema: recoveryPointPageWire } },
    isList: true,
    yields: pointType,
  },
];
