import { azCommand, type Command, type CommandPart, powerShellCommand } from '#src/lib/command.ts';
import { ok } from '#src/lib/result.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Attach, Build, DiskOrder } from '#src/datasources/azure-vm/disks/order.ts';

/**
 * The same as commands, one below the other (Microsoft Learn: az network nic, az vm, az vm disk; `Az.Compute`,
 * Change the OS disk used by an Azure VM).
 */
export interface DiskCommands {
  readonly az: readonly Command[];
  readonly powerShell: readonly Command[];
}

export function commandsOf(order: DiskOrder): DiskCommands {
  return { az: azCommands(order), powerShell: powerShellCommands(order) };
}

interface Place {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

function placeOf(id: ResourceId): Place {
  const [, , subscription = '', , group = ''] = id.split('/');
  return { subscription, group, name: nameOf(id) };
}

const optional = (option: string, value: string | null): CommandPart[] =>
  value === null ? [] : [[option, value]];

function azCommands(order: DiskOrder): Command[] {
  const { subscription, group, name } = placeOf(order.machineId);
  const within: CommandPart[] = [
    ['--subscription', subscription],
    ['--resource-group', group],
  ];
  const machine: CommandPart[] = [...within, ['--name', name]];
  const attach = (diskId: ResourceId, lun: number): Command =>
    azCommand([
      'az vm disk attach',
      ...within,
      ['--vm-name', name],
      ['--name', diskId],
      ['--lun', String(lun)],
    ]);
  const detach = (diskId: ResourceId): Command =>
    azCommand(['az vm disk detach', ...within, ['--vm-name', name], ['--name', nameOf(diskId)]]);
  switch (order.kind) {
    case 'build':
      return [
        azNic(order),
        azCommand([
          'az vm create',
          ...machine,
          ['--location', order.region],
          ['--attach-os-disk', order.osDiskId],
          ['--os-type', order.osType],
          ['--size', order.size],
          ['--nics', order.nicId],
          ...optional('--zone', order.zone),
          ...optional('--availability-set', order.availabilitySetId),
          ...optional('--license-type', order.licenseType),
        ]),
        // Its option for data disks takes no LUNs.
        ...order.dataDisks.map(({ diskId, lun }) => attach(diskId, lun)),
      ];
    case 'attach':
      return [...detachedBy(order).map(detach), attach(order.diskId, order.lun)];
    case 'detach':
      return [detach(order.diskId)];
    case 'swap':
      return [
        azCommand(['az vm deallocate', ...machine]),
        azCommand(['az vm update', ...machine, ['--os-disk', order.diskId]]),
        ...(order.wasRunning ? [azCommand(['az vm start', ...machine])] : []),
      ];
  }
}

function azNic({ nicId, region, subnetId, address }: Build): Command {
  const { subscription, group, name } = placeOf(nicId);
  return azCommand([
    'az network nic create',
    ['--subscription', subscription],
    ['--resource-group', group],
    ['--name', name],
    ['--location', region],
    ['--subnet', subnetId],
    ...optional('--private-ip-address', address),
  ]);
}

const READ = '$vm = Get-AzVM';

function powerShellCommands(order: DiskOrder): Command[] {
  const { subscription, group, name } = placeOf(order.machineId);
  const within: CommandPart = ['-ResourceGroupName', group];
  const machine: CommandPart[] = [within, ['-Name', name]];
  const choose = powerShellCommand(['Set-AzContext', ['-Subscription', subscription]]);
  const read = powerShellCommand([READ, ...machine]);
  const update = powerShellCommand(['Update-AzVM', within, '-VM $vm']);
  switch (order.kind) {
    case 'build':
      return [choose, ...powerShellBuild(order)];
    case 'attach':
      return [
        choose,
        read,
        // A disk leaves its LUN only once the VM is updated.
        ...detachedBy(order).flatMap((id) => [removeDataDisk(id), update, read]),
        addDataDisk(order.diskId, order.lun),
        update,
      ];
    case 'detach':
      return [choose, read, removeDataDisk(order.diskId), update];
    case 'swap':
      return [
        choose,
        powerShellCommand(['Stop-AzVM', ...machine, '-Force']),
        read,
        powerShellCommand([
          'Set-AzVMOSDisk -VM $vm',
          ['-ManagedDiskId', order.diskId],
          ['-Name', nameOf(order.diskId)],
        ]),
        update,
        ...(order.wasRunning ? [powerShellCommand(['Start-AzVM', ...machine])] : []),
      ];
  }
}

/** The original that an order detaches first. */
const detachedBy = ({ original }: Attach): readonly ResourceId[] =>
  original?.isDetached === true ? [original.diskId] : [];

const removeDataDisk = (diskId: ResourceId): Command =>
  powerShellCommand(['Remove-AzVMDataDisk -VM $vm', ['-Name', nameOf(diskId)]]);

const addDataDisk = (diskId: ResourceId, lun: number): Command =>
  powerShellCommand([
    'Add-AzVMDataDisk -VM $vm',
    ['-Name', nameOf(diskId)],
    ['-ManagedDiskId', diskId],
    `-Lun ${String(lun)} -CreateOption Attach`,
  ]);

function powerShellBuild(order: Build): Command[] {
  const { group, name } = placeOf(order.machineId);
  const nic = placeOf(order.nicId);
  return [
    powerShellCommand([
      '$nic = New-AzNetworkInterface',
      ['-ResourceGroupName', nic.group],
      ['-Name', nic.name],
      ['-Location', order.region],
      ['-SubnetId', order.subnetId],
      ...optional('-PrivateIpAddress', order.address),
    ]),
    powerShellCommand([
      '$vm = New-AzVMConfig',
      ['-VMName', name],
      ['-VMSize', order.size],
      ...optional('-Zone', order.zone),
      ...optional('-AvailabilitySetId', order.availabilitySetId),
      ...optional('-LicenseType', order.licenseType),
    ]),
    powerShellCommand([
      'Set-AzVMOSDisk -VM $vm',
      ['-ManagedDiskId', order.osDiskId],
      `-CreateOption Attach -${order.osType}`,
    ]),
    ...order.dataDisks.map(({ diskId, lun }) => addDataDisk(diskId, lun)),
    ok('Add-AzVMNetworkInterface -VM $vm -Id $nic.Id'),
    powerShellCommand([
      'New-AzVM',
      ['-ResourceGroupName', group],
      ['-Location', order.region],
      '-VM $vm',
    ]),
  ];
}
