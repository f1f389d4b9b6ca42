import { exampleMachine } from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Disk, Machine } from '#src/model/machines.ts';
import { diskWith } from '#src/model/testing.ts';

/** Disks and VMs of tests. */

export const GROUP = resourceId('/subscriptions/s1/resourceGroups/rg-restore');

export const groupDisk = (name: string, change: Partial<Disk> = {}): Disk =>
  diskWith({
    id: resourceId(`${GROUP}/providers/Microsoft.Compute/disks/${name}`),
    name,
    ...change,
  });

export const machineWith = (change: Partial<Machine>): Machine =>
  exampleMachine({
    id: resourceId(`${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`),
    name: 'vm',
    region: 'westeurope',
    size: null,
    disks: [],
    nicIds: [],
    isRunning: null,
    ...change,
  });
