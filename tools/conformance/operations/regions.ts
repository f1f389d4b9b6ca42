import { operationStatusWire } from '#src/api/arm/wire.ts';
import { jobPageWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';

import type { Operation } from '../operation.ts';
import { jobType, region } from './paths.ts';

const statusPath = `${region}/backupCrrOperationsStatus/{operationId}`;
const resultPath = `${region}/backupCrrOperationResults/{operationId}`;

/** What is asked of a region: backups of a machine, and restores in the secondary one (azure-contract §3, §9). */
export const regionOperations: readonly Operation[] = [
  {
    id: 'BackupCrrJobs_List',
    method: 'POST',
    path: `${region}/backupCrrJobs`,
    body: { name: 'parameters', marks: ['resourceId'] },
    answers: { 200: { schema: jobPageWire, marks: ['properties.jobType'] } },
    isList: true,
    yields: jobType,
  },
];

export const absentRegionOperations: readonly Operation[] = [
  {
    id: 'BackupStatus_Get',
    method: 'POST',
    path: `${region}/backupStatus`,
    body: { name: 'parameters', marks: ['resourceType'] },
    answers: { 200: { schema: null, marks: ['protectionStatus'] } },
  },
  {
    id: 'AadProperties_Get',
    method: 'GET',
    path: `${region}/backupAadProperties`,
    answers: { 200: { schema: null, marks: ['properties.audience'] } },
  },
  {
    id: 'CrossRegionRestore_Trigger',
    method: 'POST',
    path: `${region}/backupCrossRegionRestore`,
    body: { name: 'parameters', marks: ['crossRegionRestoreAccessDetails'] },
    answers: { 200: { schema: null }, 202: { schema: null } },
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'CrrOperationStatus_Get',
    method: 'GET',
    path: statusPath,
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
    yields: 'Microsoft.RecoveryServices/locations/backupCrrOperationsStatus',
    hasStrayBody: true,
  },
  {
    id: 'CrrOperationResults_Get',
    method: 'GET',
    path: resultPath,
    answers: { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } },
    followedAt: [statusPath, resultPath],
    hasStrayBody: true,
  },
  {
    id: 'BackupCrrJobDetails_Get',
    method: 'POST',
    path: `${region}/backupCrrJob`,
    body: { name: 'parameters', marks: ['jobName'] },
    answers: { 200: { schema: jobWire, marks: ['properties.jobType'] } },
    yields: jobType,
  },
];
