import * as z from 'zod/mini';

import { operationStatusWire } from '#src/api/arm/wire.ts';
import { jobPageWire, jobWire } from '#src/api/recovery-services/jobs.ts';
import { protectedItemWire } from '#src/api/recovery-services/items.ts';

import type { Operation } from '../operation.ts';
import { itemsAndPoints } from './items-and-points.ts';
import { item, itemFollowed, itemType, jobType, point, vault } from './paths.ts';
import { cancellation, restore } from './starters.ts';

/** The item (S), or the status as document 004 prints it (azure-contract §7). */
export const itemOrStatus = z.union([
  protectedItemWire,
  z.extend(operationStatusWire, { status: z.string() }),
]);

const cancelResult = `${vault}/backupJobs/{jobName}/operationResults/{operationId}`;

/** Operations of Azure Backup in a vault's own region. */
export const backupOperations: readonly Operation[] = [
  {
    id: 'ProtectedItems_Get',
    method: 'GET',
    path: item,
    plane: 'primary',
    answers: { 200: { schema: protectedItemWire, marks: ['properties.protectedItemType'] } },
    yields: itemType,
  },
  ...itemsAndPoints('primary', [
    'BackupProtectedItems_List',
    'RecoveryPoints_List',
    'RecoveryPoints_Get',
  ]),
  {
    id: 'Restores_Trigger',
    method: 'POST',
    path: `${point}/restore`,
    body: { name: 'parameters', marks: ['properties.recoveryType'] },
    answers: { 202: { schema: null } },
    followedAt: itemFollowed,
  },
  {
    id: 'ProtectedItemOperationStatuses_Get',
    method: 'GET',
    path: `${item}/operationsStatus/{operationId}`,
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
    startedBy: restore,
  },
  {
    id: 'ProtectedItemOperationResults_Get',
    method: 'GET',
    path: `${item}/operationResults/{operationId}`,
    answers: { 200: { schema: itemOrStatus }, 202: { schema: null }, 204: { schema: null } },
    yields: itemType,
    followedAt: itemFollowed,
    startedBy: restore,
  },
  {
    id: 'BackupOperationStatuses_Get',
    method: 'GET',
    path: `${vault}/backupOperations/{operationId}`,
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
    startedBy: restore,
  },
  {
    id: 'BackupOperationResults_Get',
    method: 'GET',
    path: `${vault}/backupOperationResults/{operationId}`,
    answers: { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } },
    followedAt: [
      `${vault}/backupOperationResults/{operationId}`,
      `${vault}/backupOperations/{operationId}`,
    ],
    startedBy: restore,
  },
  {
    id: 'BackupJobs_List',
    method: 'GET',
    path: `${vault}/backupJobs`,
    answers: { 200: { schema: jobPageWire, marks: ['properties.jobType'] } },
    isList: true,
    yields: jobType,
  },
  {
    id: 'JobDetails_Get',
    method: 'GET',
    path: `${vault}/backupJobs/{jobName}`,
    answers: { 200: { schema: jobWire, marks: ['properties.jobType'] } },
    yields: jobType,
  },
  {
    id: 'JobCancellations_Trigger',
    method: 'POST',
    path: `${vault}/backupJobs/{jobName}/cancel`,
    answers: { 202: { schema: null } },
    followedAt: [cancelResult],
  },
  {
    id: 'JobOperationResults_Get',
    method: 'GET',
    path: cancelResult,
    answers: { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } },
    followedAt: [cancelResult],
    startedBy: cancellation,
  },
];
