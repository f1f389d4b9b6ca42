import { pageOf } from '#src/api/arm/wire.ts';
import { operationPageWire } from '#src/api/recovery-services/requests.ts';
import { storageConfigWire, vaultConfigWire } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults.ts';

import type { Operation } from '../operation.ts';
import { group, subscription, vault, vaultFollowed, vaults } from './paths.ts';
import { vaultChange } from './starters.ts';

const one = { 200: { schema: vaultWire } };
const page = { 200: { schema: pageOf(vaultWire) } };

/** What of a vault can be changed. */
const PATCHED = [
  'tags',
  'identity',
  'properties.encryption',
  'properties.publicNetworkAccess',
  'properties.restoreSettings',
  'properties.redundancySettings',
  'properties.securitySettings',
  'properties.monitoringSettings',
];

const storagePath = `${vault}/backupstorageconfig/vaultstorageconfig`;
const storage = { 200: { schema: storageConfigWire } };
const storageBody = {
  name: 'parameters',
  marks: [
    'properties.storageType',
    'properties.storageModelType',
    'properties.crossRegionRestoreFlag',
  ],
};
const configPath = `${vault}/backupconfig/vaultconfig`;
const config = { 200: { schema: vaultConfigWire } };
const configBody = {
  name: 'parameters',
  marks: [
    'properties.enhancedSecurityState',
    'properties.softDeleteFeatureState',
    'properties.softDeleteRetentionPeriodInDays',
  ],
};

/** A vault's configuration: the same addresses in both planes, under two names (azure-contract §2, §9). */
const storageOperations = (['primary', 'secondary'] as const).flatMap(
  (plane): readonly Operation[] => {
    const suffix = plane === 'primary' ? 'NonCRR' : '';
    const common = { path: storagePath, plane, yields: `${vaults}/backupstorageconfig` };
    return [
      {
        id: `BackupResourceStorageConfigs${suffix}_Get`,
        method: 'GET',
        ...common,
        answers: storage,
      },
      {
        id: `BackupResourceStorageConfigs${suffix}_Update`,
        method: 'PUT',
        ...common,
        body: storageBody,
        answers: storage,
      },
      {
        id: `BackupResourceStorageConfigs${suffix}_patch`,
        method: 'PATCH',
        ...common,
        body: storageBody,
        answers: { 204: { schema: null } },
      },
    ];
  },
);

const configs: Pick<Operation, 'path' | 'yields' | 'answers'> = {
  path: configPath,
  yields: `${vaults}/backupconfig`,
  answers: config,
};

/** Operations of the vault resource. */
export const vaultOperations: readonly Operation[] = [
  {
    id: 'Vaults_ListBySubscriptionId',
    method: 'GET',
    path: `${subscription}/providers/${vaults}`,
    answers: page,
    isList: true,
    yields: vaults,
  },
  {
    id: 'Vaults_ListByResourceGroup',
    method: 'GET',
    path: `${group}/providers/${vaults}`,
    answers: page,
    isList: true,
    yields: vaults,
  },
  { id: 'Vaults_Get', method: 'GET', path: vault, answers: one, yields: vaults },
  {
    id: 'Vaults_Update',
    method: 'PATCH',
    path: vault,
    // A whole vault is put, not patched: it has a sku.
    body: { name: 'vault', marks: PATCHED, never: ['sku'] },
    answers: { ...one, 202: { schema: null } },
    yields: vaults,
    followedAt: vaultFollowed,
  },
  {
    id: 'GetOperationResult',
    method: 'GET',
    path: `${vault}/operationResults/{operationId}`,
    answers: { ...one, 202: { schema: null } },
    yields: vaults,
    followedAt: vaultFollowed,
    startedBy: vaultChange,
  },
  {
    id: 'BackupResourceEncryptionConfigs_Get',
    method: 'GET',
    path: `${vault}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
    answers: { 200: { schema: vaultEncryptionWire } },
    yields: `${vaults}/backupEncryptionConfigs`,
  },
  {
    id: 'Operations_List',
    method: 'GET',
    path: '/providers/Microsoft.RecoveryServices/operations',
    answers: { 200: { schema: operationPageWire, marks: ['display', 'name'] } },
    isList: true,
  },
  ...storageOperations,
  { id: 'BackupResourceVaultConfigs_Get', method: 'GET', ...configs },
  { id: 'BackupResourceVaultConfigs_Update', method: 'PATCH', ...configs, body: configBody },
  { id: 'BackupResourceVaultConfigs_Put', method: 'PUT', ...configs, body: configBody },
];
