import type { Operation } from '../operation.ts';
import { group, subscription } from './paths.ts';

/** Microsoft.DataProtection: backups of managed disks (azure-contract §11). */
const namespace = 'Microsoft.DataProtection';
const backupVaults = `${namespace}/backupVaults`;
const vault = `${group}/providers/${backupVaults}/{vaultName}`;
const instances = `${backupVaults}/backupInstances`;
const instance = `${vault}/backupInstances/{backupInstanceName}`;

const accepted = { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } };
const region = `${subscription}/providers/${namespace}/locations/{location}`;

/** The words of one operation's two addresses: here without an `s`. */
const followed = [
  `${region}/operationStatus/{operationId}`,
  `${region}/operationResults/{operationId}`,
];
const anywhere = [
  ...followed,
  `${vault}/operationStatus/{operationId}`,
  `${vault}/operationResults/{operationId}`,
  `${vault}/backupJobs/operations/{operationId}`,
  `${instance}/operationResults/{operationId}`,
  `${group}/providers/${namespace}/operationStatus/{operationId}`,
  // Addresses of official samples, which no path of the specification has.
  `${group}/providers/${namespace}/operationResults/{operationId}`,
  `${group}/providers/${namespace}/backupInstances/{name}/operationResults/{operationId}`,
];

const get = (id: string, path: string, yields: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema: null } },
  yields,
});

const list = (id: string, path: string, yields: string): Operation => ({
  ...get(id, path, yields),
  isList: true,
});

const post = (id: string, path: string, ...marks: readonly string[]): Operation => ({
  id,
  method: 'POST',
  path,
  body: { name: 'parameters', marks },
  answers: accepted,
  followedAt: anywhere,
});

const result = (id: string, path: string, yields?: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: accepted,
  followedAt: anywhere,
  ...(yields === undefined ? {} : { yields }),
});

const status = (id: string, path: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema: null, marks: ['status'] } },
  yields: path.replaceAll(/^.*\/providers\/|\/\{[^}]+\}/g, ''),
});

/** Operations of Backup vaults, none of which we have. */
export const absentDisks: readonly Operation[] = [
  get('BackupVaults_Get', vault, backupVaults),
  list('BackupVaults_GetInSubscription', `${subscription}/providers/${backupVaults}`, backupVaults),
  list('BackupVaults_GetInResourceGroup', `${group}/providers/${backupVaults}`, backupVaults),
  {
    ...post('BackupVaults_Update', vault, 'properties', 'tags', 'identity'),
    method: 'PATCH',
    yields: backupVaults,
    more: ['operationId'],
  },
  get('BackupInstances_Get', instance, instances),
  list('BackupInstances_List', `${vault}/backupInstances`, instances),
  list('BackupInstancesExtensionRouting_List', `/{resourceId}/providers/${instances}`, instances),
  get(
    'DeletedBackupInstances_Get',
    `${vault}/deletedBackupInstances/{backupInstanceName}`,
    `${backupVaults}/deletedBackupInstances`,
  ),
  result(
    'BackupInstances_GetBackupInstanceOperationResult',
    `${instance}/operationResults/{operationId}`,
    instances,
  ),
  post('BackupInstances_AdhocBackup', `${instance}/backup`, 'backupRuleOptions'),
  post('BackupInstances_TriggerRehydrate', `${instance}/rehydrate`, 'rehydrationPriority'),
  post('BackupInstances_TriggerRestore', `${instance}/restore`, 'restoreTargetInfo'),
  post('BackupInstances_ValidateForRestore', `${instance}/validateRestore`, 'restoreRequestObject'),
  {
    ...post(
      'RestorableTimeRanges_Find',
      `${instance}/findRestorableTimeRanges`,
      'sourceDataStoreType',
    ),
    yields: `${instances}/findRestorableTimeRanges`,
  },
  get(
    'RecoveryPoints_Get',
    `${instance}/recoveryPoints/{recoveryPointId}`,
    `${instances}/recoveryPoints`,
  ),
  list('RecoveryPoints_List', `${instance}/recoveryPoints`, `${instances}/recoveryPoints`),
  get(
    'BackupPolicies_Get',
    `${vault}/backupPolicies/{backupPolicyName}`,
    `${backupVaults}/backupPolicies`,
  ),
  result('ExportJobs_Trigger', `${vault}/exportBackupJobs`),
  result('ExportJobsOperationResult_Get', `${vault}/backupJobs/operations/{operationId}`),
  result('OperationResult_Get', `${region}/operationResults/{operationId}`),
  status('OperationStatus_Get', `${region}/operationStatus/{operationId}`),
  status('OperationStatusBackupVaultContext_Get', `${vault}/operationStatus/{operationId}`),
  status(
    'OperationStatusResourceGroupContext_Get',
    `${group}/providers/${namespace}/operationStatus/{operationId}`,
  ),
  post('DataProtection_CheckFeatureSupport', `${region}/checkFeatureSupport`, 'featureType'),
  {
    ...post(
      'FetchCrossRegionRestoreJob_Get',
      `${group}/providers/${namespace}/locations/{location}/fetchCrossRegionRestoreJob`,
      'jobId',
    ),
    yields: `${backupVaults}/backupJobs`,
  },
  {
    ...post(
      'FetchCrossRegionRestoreJobs_List',
      `${group}/providers/${namespace}/locations/{location}/fetchCrossRegionRestoreJobs`,
      'sourceBackupVaultId',
    ),
    isList: true,
    yields: `${backupVaults}/backupJobs`,
  },
];
