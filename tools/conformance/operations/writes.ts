import { pageOf } from '#src/api/arm/wire.ts';
import { extensionWire, machineModelWire } from '#src/api/compute/machines.ts';
import { nicModelWire } from '#src/api/network/interfaces.ts';

import type { Operation } from '../operation.ts';
import { group, subscription } from './paths.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const machine = `${group}/providers/${machines}/{vmName}`;
const cards = 'Microsoft.Network/networkInterfaces';

const computeFollowed = [
  `${subscription}/providers/Microsoft.Compute/locations/{location}/operations/{operationId}`,
];
const networkFollowed = ['operations', 'operationResults'].map(
  (kind) =>
    `${subscription}/providers/Microsoft.Network/locations/{location}/${kind}/{operationId}`,
);

/** Stops or starts a machine: nothing but its address tells which. */
const powering = (id: string, verb: string): Operation => ({
  id,
  method: 'POST',
  path: `${machine}/${verb}`,
  answers: { 200: { schema: null }, 202: { schema: null } },
  followedAt: computeFollowed,
});

/** Writes of machines, NICs, disks and extensions (2024-03-01, 2024-01-01 and 2023-10-02). */
export const writeOperations: readonly Operation[] = [
  powering('VirtualMachines_Deallocate', 'deallocate'),
  powering('VirtualMachines_Start', 'start'),
  {
    id: 'VirtualMachines_AttachDetachDataDisks',
    method: 'POST',
    path: `${machine}/attachDetachDataDisks`,
    body: { name: 'parameters', marks: ['dataDisksToAttach', 'dataDisksToDetach'] },
    answers: { 200: { schema: null, marks: ['dataDisks'] }, 202: { schema: null } },
    followedAt: computeFollowed,
  },
  {
    id: 'VirtualMachines_CreateOrUpdate',
    method: 'PUT',
    path: machine,
    body: { name: 'parameters', marks: ['properties.storageProfile.osDisk.managedDisk.id'] },
    answers: { 200: { schema: machineModelWire }, 201: { schema: machineModelWire } },
    yields: machines,
    followedAt: computeFollowed,
  },
  {
    id: 'VirtualMachines_Update',
    method: 'PATCH',
    path: machine,
    body: {
      name: 'parameters',
      marks: ['tags', 'identity', 'properties.licenseType', 'properties.storageProfile'],
      never: ['location'],
    },
    answers: { 200: { schema: machineModelWire } },
    yields: machines,
    followedAt: computeFollowed,
  },
  {
    id: 'VirtualMachineExtensions_CreateOrUpdate',
    method: 'PUT',
    path: `${machine}/extensions/{vmExtensionName}`,
    body: { name: 'extensionParameters', marks: ['location'] },
    answers: { 200: { schema: extensionWire }, 201: { schema: extensionWire } },
    yields: `${machines}/extensions`,
    followedAt: computeFollowed,
  },
  {
    id: 'Disks_Delete',
    method: 'DELETE',
    path: `${group}/providers/Microsoft.Compute/disks/{diskName}`,
    answers: { 200: { schema: null }, 202: { schema: null }, 204: { schema: null } },
    followedAt: computeFollowed,
  },
  {
    id: 'NetworkInterfaces_CreateOrUpdate',
    method: 'PUT',
    path: `${group}/providers/${cards}/{networkInterfaceName}`,
    body: { name: 'parameters', marks: ['properties.ipConfigurations'] },
    answers: { 200: { schema: nicModelWire }, 201: { schema: nicModelWire } },
    yields: cards,
    followedAt: networkFollowed,
  },
  {
    id: 'NetworkInterfaces_List',
    method: 'GET',
    path: `${group}/providers/${cards}`,
    answers: { 200: { schema: pageOf(nicModelWire) } },
    isList: true,
    yields: cards,
  },
];
