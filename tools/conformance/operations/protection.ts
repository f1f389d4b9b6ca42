import { policyPageWire, protectableItemPageWire } from '#src/api/recovery-services/protect.ts';
import { sqlMachineWire } from '#src/api/sql.ts';

import type { Operation } from '../operation.ts';
import { itemOrStatus } from './backup.ts';
import { group, item, itemFollowed, itemType, subscription, vault, vaults } from './paths.ts';
import { discovery } from './starters.ts';

const fabric = `${vault}/backupFabrics/{fabricName}`;
const sqlMachines = 'Microsoft.SqlVirtualMachine/sqlVirtualMachines';
const sqlMachine = `${group}/providers/${sqlMachines}/{sqlVirtualMachineName}`;

/** Operations by which a machine is protected, and registered as a SQL virtual machine (2023-10-01). */
export const protectionOperations: readonly Operation[] = [
  {
    id: 'ProtectedItems_CreateOrUpdate',
    method: 'PUT',
    path: item,
    body: { name: 'parameters', marks: ['properties.protectedItemType'] },
    answers: { 200: { schema: itemOrStatus }, 202: { schema: null } },
    yields: itemType,
    followedAt: itemFollowed,
  },
  {
    id: 'BackupPolicies_List',
    method: 'GET',
    path: `${vault}/backupPolicies`,
    answers: { 200: { schema: policyPageWire } },
    isList: true,
    yields: `${vaults}/backupPolicies`,
  },
  {
    id: 'BackupProtectableItems_List',
    method: 'GET',
    path: `${vault}/backupProtectableItems`,
    answers: { 200: { schema: protectableItemPageWire } },
    isList: true,
    yields: `${vaults}/backupFabrics/protectionContainers/protectableItems`,
  },
  {
    id: 'ProtectionContainers_Refresh',
    method: 'POST',
    path: `${fabric}/refreshContainers`,
    answers: { 202: { schema: null } },
    followedAt: [`${fabric}/operationResults/{operationId}`],
  },
  {
    id: 'ProtectionContainerRefreshOperationResults_Get',
    method: 'GET',
    path: `${fabric}/operationResults/{operationId}`,
    answers: { 202: { schema: null }, 204: { schema: null } },
    followedAt: [`${fabric}/operationResults/{operationId}`],
    startedBy: discovery,
  },
  {
    id: 'SqlVirtualMachines_Get',
    method: 'GET',
    path: sqlMachine,
    answers: { 200: { schema: sqlMachineWire } },
    yields: sqlMachines,
  },
  {
    id: 'SqlVirtualMachines_CreateOrUpdate',
    method: 'PUT',
    path: sqlMachine,
    body: { name: 'parameters', marks: ['properties.virtualMachineResourceId'] },
    answers: { 200: { schema: sqlMachineWire }, 201: { schema: sqlMachineWire } },
    yields: sqlMachines,
    followedAt: [
      `${subscription}/providers/Microsoft.SqlVirtualMachine/locations/{location}/operations/{operationId}`,
    ],
  },
];
