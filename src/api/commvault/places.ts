import { findMachineByVmId, findVmId, listMachineNamesOfGroup } from '#src/api/compute/machines.ts';
import { listKeyVaults } from '#src/api/key-vaults.ts';
import { listSecurityGroups } from '#src/api/network/networks.ts';
import { queryById } from '#src/api/queries/query.ts';

/** What of Azure only a restore by Commvault asks for. */

/** The ID of the VM with a `vmId`; null: it is gone, or can't be read. */
export const machineByVmIdQuery = queryById('machine by vmId', findMachineByVmId);

/** The `vmId` of a VM; null: it is gone, or can't be read. */
export const vmIdQuery = queryById('vmId', findVmId);

/** The names of the VMs of a resource group: those that a new one cannot have. */
export const machineNamesOfGroupQuery = queryById(
  'machine names of group',
  listMachineNamesOfGroup,
);

/** The network security groups of a subscription. */
export const securityGroupsQuery = queryById('network security groups', listSecurityGroups);

/** The key vaults of a subscription. */
export const keyVaultsQuery = queryById('key vaults', listKeyVaults);
