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

export const machineWith = (change: Partial<Machine>): Machine => ({
  id: resourceId(`${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`),
  name: 'vm',
  region: 'westeurope',
  zone: null,
  tags: {},
  size: null,
  osType: 'Windows',
  disks: [],
  availabilitySet: null,
  hasUltraDisks: null,
  hybridBenefit: false,
  nicCount: null,
  nicIds: [],
  extensions: null,
  hasUserIdentity: false,
  hasKeyVaultLink: null,
  isFromCustomImage: null,
  isGeneralized: null,
  isRunning: null,
  usesEncryptionAtHost: false,
  ...change,
});
