import { operationStatusWire, pageOf } from '#src/api/arm/wire.ts';
import {
  backupInstanceWire,
  deletedInstancePageWire,
  diskPointPageWire,
  diskPointWire,
} from '#src/api/data-protection/instances.ts';
import { backupVaultPageWire, backupVaultWire } from '#src/api/data-protection/vaults.ts';
import { jobRefWire } from '#src/api/data-protection/restores.ts';

import type { AnswerForm, Operation } from '../operation.ts';
import {
  backupInstance,
  backupInstances,
  backupVault,
  backupVaults,
  dataProtection,
  diskFollowed,
  group,
  protectionRegion,
  subscription,
} from './paths.ts';
import { diskRestore } from './starters-disks.ts';

type Schema = AnswerForm['schema'];

const get = (id: string, path: string, yields: string, schema: Schema): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema } },
  yields,
});

const list = (id: string, path: string, yields: string, schema: Schema): Operation => ({
  ...get(id, path, yields, schema),
  isList: true,
});

/** A request that is accepted; at its end 200 with what became of it. */
const accepted = (id: string, path: string, ...marks: readonly string[]): Operation => ({
  id,
  method: 'POST',
  path,
  body: { name: 'parameters', marks },
  answers: { 200: { schema: jobRefWire }, 202: { schema: null } },
  followedAt: diskFollowed,
});

const status = (id: string, path: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
  yields: path.replaceAll(/^.*\/providers\/|\/\{[^}]+\}/g, ''),
  startedBy: diskRestore,
});

const points = `${backupInstances}/recoveryPoints`;

/** Backups of managed disks (azure-contract §11). */
export const diskOperations: readonly Operation[] = [
  get('BackupVaults_Get', backupVault, backupVaults, backupVaultWire),
  list(
    'BackupVaults_GetInSubscription',
    `${subscription}/providers/${backupVaults}`,
    backupVaults,
    backupVaultPageWire,
  ),
  list(
    'BackupVaults_GetInResourceGroup',
    `${group}/providers/${backupVaults}`,
    backupVaults,
    backupVaultPageWire,
  ),
  get('BackupInstances_Get', backupInstance, backupInstances, backupInstanceWire),
  list(
    'BackupInstances_List',
    `${backupVault}/backupInstances`,
    backupInstances,
    pageOf(backupInstanceWire),
  ),
  get(
    'DeletedBackupInstances_Get',
    `${backupVault}/deletedBackupInstances/{backupInstanceName}`,
    `${backupVaults}/deletedBackupInstances`,
    backupInstanceWire,
  ),
  list(
    'DeletedBackupInstances_List',
    `${backupVault}/deletedBackupInstances`,
    `${backupVaults}/deletedBackupInstances`,
    deletedInstancePageWire,
  ),
  {
    id: 'DeletedBackupInstances_Undelete',
    method: 'POST',
    path: `${backupVault}/deletedBackupInstances/{backupInstanceName}/undelete`,
    answers: { 200: { schema: null }, 202: { schema: null } },
  },
  get(
    'RecoveryPoints_Get',
    `${backupInstance}/recoveryPoints/{recoveryPointId}`,
    points,
    diskPointWire,
  ),
  list('RecoveryPoints_List', `${backupInstance}/recoveryPoints`, points, diskPointPageWire),
  accepted('BackupInstances_TriggerRestore', `${backupInstance}/restore`, 'restoreTargetInfo'),
  accepted(
    'BackupInstances_ValidateForRestore',
    `${backupInstance}/validateRestore`,
    'restoreRequestObject',
  ),
  {
    id: 'OperationResult_Get',
    method: 'GET',
    path: `${protectionRegion}/operationResults/{operationId}`,
    answers: { 200: { schema: jobRefWire, marks: ['objectType'] }, 202: { schema: null } },
    followedAt: diskFollowed,
    startedBy: diskRestore,
  },
  status('OperationStatus_Get', `${protectionRegion}/operationStatus/{operationId}`),
  status('OperationStatusBackupVaultContext_Get', `${backupVault}/operationStatus/{operationId}`),
  status(
    'OperationStatusResourceGroupContext_Get',
    `${group}/providers/${dataProtection}/operationStatus/{operationId}`,
  ),
];
