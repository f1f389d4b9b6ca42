import type { Operation } from '../operation.ts';
import { absentDisks } from './absent-disks.ts';
import { group, vault, vaults } from './paths.ts';

const shown = { 200: { schema: null } };

const get = (id: string, path: string, yields?: string): Operation => ({
  id,
  method: 'GET',
  path,
  answers: shown,
  ...(yields === undefined ? {} : { yields }),
});

/** A list of things that have no id: known by what each has. */
const listOf = (id: string, path: string, ...marks: readonly string[]): Operation => ({
  id,
  method: 'GET',
  path,
  answers: { 200: { schema: null, marks } },
  isList: true,
});

const services = '/providers/Microsoft.RecoveryServices';

const ofVaults: readonly Operation[] = [
  {
    id: 'Vaults_CreateOrUpdate',
    method: 'PUT',
    path: vault,
    body: { name: 'vault', marks: ['sku', 'location'] },
    answers: { 200: { schema: null }, 201: { schema: null } },
    yields: vaults,
    followedAt: [
      `${vault}/operationStatus/{operationId}`,
      `${vault}/operationResults/{operationId}`,
      `${group}${services}/locations/{location}/operationStatus/{operationId}`,
    ],
  },
  listOf('ReplicationUsages_List', `${vault}/replicationUsages`, 'monitoringSummary'),
];

const ofOthers: readonly Operation[] = [
  get('RoleDefinitions_GetById', '/{roleId}', 'Microsoft.Authorization/roleDefinitions'),
];

/**
 * Operations that we do not have, so that their samples are identified by name instead of as other
 * operations.
 */
export const absentOperations: readonly Operation[] = [...ofVaults, ...absentDisks, ...ofOthers];
