import type { Operation } from '../operation.ts';
import {
  backupInstance as instance,
  backupInstances as instances,
  backupVault as vault,
  backupVaults,
  dataProtection as namespace,
  diskFollowed as anywhere,
  group,
  protectionRegion as region,
} from './paths.ts';

const accepted = { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } };
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

/** Operations of Backup vaults that we do not have. */
export const absentDisks: readonly Operation[] = [
  {
    ...post('BackupVaults_Update', vault, 'properties', 'tags', 'identity'),
    method: 'PATCH',
    yields: backupVaults,
    more: ['operationId'],
  },
  list('BackupInstancesExtensionRouting_List', `/{resourceId}/providers/${instances}`, instances),
  result(
    'BackupInstances_GetBackupInstanceOperationResult',
    `${instance}/operationResults/{operationId}`,
    instances,
  ),
  post('BackupInstances_AdhocBackup', `${instance}/backup`, 'backupRuleOptions'),
  post('BackupInstances_TriggerRehydrate', `${instance}/rehydrate`, 'rehydrationPriority'),
  {
    ...post(
      'RestorableTimeRanges_Find',
      `${instance}/findRestorableTimeRanges`,
      'sourceDataStoreType',
    ),
    yields: `${instances}/findRestorableTimeRanges`,
  },
  get(
    'BackupPolicies_Get',
    `${vault}/backupPolicies/{backupPolicyName}`,
    `${backupVaults}/backupPolicies`,
  ),
  result('ExportJobs_Trigger', `${vault}/exportBackupJobs`),
  result('ExportJobsOperationResult_Get', `${vault}/backupJobs/operations/{operationId}`),
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
