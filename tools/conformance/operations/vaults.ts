import { pageOf } from '#src/api/arm/wire.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults/wire.ts';

import type { Operation } from '../operation.ts';
import { group, subscription, vault, vaultFollowed, vaults } from './paths.ts';
import { vaultChange } from './starters.ts';

const one = { 200: { schema: vaultWire } };
const page = { 200: { schema: pageOf(vaultWire) } };

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
    body: { name: 'vault', marks: [] },
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
];
