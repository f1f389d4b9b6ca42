import { nameOf } from '#src/model/resource-id.ts';
import type { MachineWire } from '#src/api/compute/machines/wire.ts';
import { diskIdOf } from '#src/mocks/compute/disks.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { ok, param, type Route } from '#src/mocks/service.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';

/** A virtual machine of 2024-03-01 (azure-contract §14). */
function wireOf(machine: MachineSeed): MachineWire {
  const osDisk = machine.disks.find(({ lun }) => lun === -1);
  return {
    id: machine.id,
    name: nameOf(machine.id),
    type: `Microsoft.${machine.deployment === 'classic' ? 'ClassicCompute' : 'Compute'}/virtualMachines`,
    location: machine.location,
    ...(machine.zone === undefined ? {} : { zones: [machine.zone] }),
    properties: {
      provisioningState: 'Succeeded',
      hardwareProfile: { vmSize: machine.size },
      storageProfile: {
        ...(osDisk === undefined
          ? {}
          : { osDisk: { osType: machine.osType, ...diskOf(machine, osDisk) } }),
        dataDisks: machine.disks
          .filter(({ lun }) => lun >= 0)
          .map((disk) => ({ lun: disk.lun, ...diskOf(machine, disk) })),
      },
    },
  };
}

/** Unmanaged disks are blobs: they have `vhd` and no `managedDisk`. */
function diskOf(machine: MachineSeed, disk: DiskSeed) {
  const { name, sizeGiB, sku } = disk;
  const group = machine.id.slice(0, machine.id.toLowerCase().indexOf('/providers/'));
  const encryptionSet = {
    id: `${group}/providers/Microsoft.Compute/diskEncryptionSets/des-backup`,
  };
  return {
    name,
    diskSizeGB: sizeGiB,
    ...(machine.isManaged
      ? {
          managedDisk: {
            id: diskIdOf(machine, disk),
            storageAccountType: sku,
            ...(machine.encryption === 'CMK' ? { diskEncryptionSet: encryptionSet } : {}),
          },
        }
      : { vhd: { uri: `https://vhds.blob.core.windows.net/vhds/${name}.vhd` } }),
  };
}

function machineRoute(provider: 'Compute' | 'ClassicCompute'): Route {
  const type = `Microsoft.${provider}/virtualMachines`;
  return {
    operation: provider === 'Compute' ? 'virtualMachines.get' : 'classicMachines.get',
    method: 'GET',
    path: `/subscriptions/{sub}/resourceGroups/{rg}/providers/${type}/{vm}`,
    action: `${type}/read`,
    handle: (call) => {
      const [group, name] = [param(call, 'rg'), param(call, 'vm')];
      const id = `/subscriptions/${param(call, 'sub')}/resourceGroups/${group}/providers/${type}/${name}`;
      const machine = findMachine(call.state, id);
      return machine?.exists === true ? ok(wireOf(machine)) : resourceNotFound(type, name, group);
    },
  };
}

/** A classic machine is answered in the same shape; its own would differ (G). */
export const machineRoutes: readonly Route[] = [
  machineRoute('Compute'),
  machineRoute('ClassicCompute'),
];
