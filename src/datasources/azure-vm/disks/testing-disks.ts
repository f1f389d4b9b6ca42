import type { GroupDisk } from '#src/api/compute/disks.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';

/** Disks and VMs of tests. */

export const GROUP = resourceId('/subscriptions/s1/resourceGroups/rg-restore');

export const groupDisk = (name: string, change: Partial<GroupDisk> = {}): GroupDisk => ({
  id: resourceId(`${GROUP}/providers/Microsoft.Compute/disks/${name}`),
  name,
  sizeGiB: 32,
  osType: null,
  isAttached: false,
  createdAt: null,
  region: 'westeurope',
  zone: null,
  machineId: null,
  ...change,
});

export const machineWith = (change: Partial<Machine>): Machine => ({
  id: resourceId(`${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`),
  name: 'vm',
  region: 'westeurope',
  zone: null,
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
