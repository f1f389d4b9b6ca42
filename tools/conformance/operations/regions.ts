import { operationStatusWire } from '#src/api/arm/wire.ts';
import { jobPageWire, jobWire } from '#src/api/recovery-services/jobs.ts';
import { aadPropertiesWire, accessTokenWire } from '#src/api/recovery-services/restore-requests.ts';

import { backupStatusWire } from '#src/mocks/recovery-services/protected-items.ts';

import type { Operation } from '../operation.ts';
import { jobType, point, pointType, region } from './paths.ts';
import { accessToken } from './starters.ts';

const statusPath = `${region}/backupCrrOperationsStatus/{operationId}`;
const resultPath = `${region}/backupCrrOperationResults/{operationId}`;

/** Operations on a region by its name, above all restores in the secondary one (azure-contract §9). */
export const regionOperations: readonly Operation[] = [
  {
    // Of the vault's own region, unlike the rest (azure-contract §3).
    id: 'BackupStatus_Get',
    method: 'POST',
    path: `${region}/backupStatus`,
    body: { name: 'parameters', marks: ['resourceType'] },
    answers: { 200: { schema: backupStatusWire, marks: ['protectionStatus'] } },
  },
  {
    id: 'AadProperties_Get',
    method: 'GET',
    path: `${region}/backupAadProperties`,
    plane: 'secondary',
    answers: { 200: { schema: aadPropertiesWire, marks: ['properties.audience'] } },
  },
  {
    id: 'RecoveryPoints_GetAccessToken',
    method: 'POST',
    path: `${point}/accessToken`,
    plane: 'secondary',
    body: { name: 'parameters', marks: ['properties.audience', 'properties.tenantId'] },
    answers: { 200: { schema: accessTokenWire, marks: ['properties.accessTokenString'] } },
    yields: pointType,
  },
  {
    id: 'CrossRegionRestore_Trigger',
    method: 'POST',
    path: `${region}/backupCrossRegionRestore`,
    plane: 'secondary',
    body: { name: 'parameters', marks: ['crossRegionRestoreAccessDetails'] },
    issued: {
      by: accessToken,
      answered: 'properties.accessTokenString',
      sent: 'crossRegionRestoreAccessDetails.accessTokenString',
    },
    answers: { 200: { schema: null }, 202: { schema: null } },
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'CrrOperationStatus_Get',
    method: 'GET',
    path: statusPath,
    plane: 'secondary',
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
    yields: 'Microsoft.RecoveryServices/locations/backupCrrOperationsStatus',
    hasStrayBody: true,
    startedBy: 'its job',
  },
  {
    id: 'CrrOperationResults_Get',
    method: 'GET',
    path: resultPath,
    plane: 'secondary',
    answers: { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } },
    followedAt: [statusPath, resultPath],
    hasStrayBody: true,
    startedBy: 'its job',
  },
  {
    id: 'BackupCrrJobs_List',
    method: 'POST',
    path: `${region}/backupCrrJobs`,
    plane: 'secondary',
    body: { name: 'parameters', marks: ['resourceId'] },
    answers: { 200: { schema: jobPageWire, marks: ['properties.jobType'] } },
    isList: true,
    yields: jobType,
  },
  {
    id: 'BackupCrrJobDetails_Get',
    method: 'POST',
    path: `${region}/backupCrrJob`,
    plane: 'secondary',
    body: { name: 'parameters', marks: ['jobName'] },
    answers: { 200: { schema: jobWire, marks: ['properties.jobType'] } },
    yields: jobType,
  },
];
