import { expect, test } from 'vitest';
import type { Command } from '#src/lib/command.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskCommandsOf } from '#src/datasources/azure-vm/disks/orders.ts';
import type { DiskBuild, DiskOrder } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { GROUP, groupDisk, machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';

const [os, data] = [groupDisk('os').id, groupDisk('data').id];
const subnetId = resourceId('/subscriptions/s1/subnets/default');
const within = "--subscription 's1' --resource-group 'rg-restore'";

const build: DiskBuild = {
  kind: 'build',
  at: 1,
  machineId: machineWith({}).id,
  nicId: resourceId(`${GROUP}/providers/Microsoft.Network/networkInterfaces/nic`),
  subnetId,
  address: '10.0.0.4',
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: os,
  dataDisks: [{ diskId: data, lun: 3 }],
  availabilitySetId: null,
  licenseType: 'RHEL_BYOS',
};
const swap: DiskOrder = {
  kind: 'swap',
  at: 1,
  machineId: machineWith({}).id,
  diskId: os,
  before: null,
  wasRunning: true,
};

const texts = (lines: readonly Command[]): string[] =>
  lines.map((line) => (line.ok ? line.value : line.reason.why));

test('a VM of disks in the Azure CLI: the NIC first, and each data disk with its LUN', () => {
  expect(texts(diskCommandsOf(build).az)).toEqual([
    `az network nic create ${within} --name 'nic' --location 'westeurope' --subnet '${subnetId}' --private-ip-address '10.0.0.4'`,
    `az vm create ${within} --name 'vm' --location 'westeurope' --attach-os-disk '${os}' --os-type 'Linux' --size 'Standard_D2s_v5' --nics '${build.nicId}' --zone '1' --license-type 'RHEL_BYOS'`,
    `az vm disk attach ${within} --vm-name 'vm' --name '${data}' --lun '3'`,
  ]);
});

test('the same in PowerShell', () => {
  expect(texts(diskCommandsOf(build).powerShell)).toEqual([
    "Set-AzContext -Subscription 's1'",
    `$nic = New-AzNetworkInterface -ResourceGroupName 'rg-restore' -Name 'nic' -Location 'westeurope' -SubnetId '${subnetId}' -PrivateIpAddress '10.0.0.4'`,
    "$vm = New-AzVMConfig -VMName 'vm' -VMSize 'Standard_D2s_v5' -Zone '1' -LicenseType 'RHEL_BYOS'",
    `Set-AzVMOSDisk -VM $vm -ManagedDiskId '${os}' -CreateOption Attach -Linux`,
    `Add-AzVMDataDisk -VM $vm -Name 'data' -ManagedDiskId '${data}' -Lun 3 -CreateOption Attach`,
    'Add-AzVMNetworkInterface -VM $vm -Id $nic.Id',
    "New-AzVM -ResourceGroupName 'rg-restore' -Location 'westeurope' -VM $vm",
  ]);
});

test('a swap starts the VM only if it was running', () => {
  expect(texts(diskCommandsOf(swap).az)).toEqual([
    `az vm deallocate ${within} --name 'vm'`,
    `az vm update ${within} --name 'vm' --os-disk '${os}'`,
    `az vm start ${within} --name 'vm'`,
  ]);
  const stays = diskCommandsOf({ ...swap, wasRunning: false });
  expect(texts(stays.az)).toHaveLength(2);
  expect(texts(diskCommandsOf(swap).powerShell).slice(1)).toEqual([
    "Stop-AzVM -ResourceGroupName 'rg-restore' -Name 'vm' -Force",
    "$vm = Get-AzVM -ResourceGroupName 'rg-restore' -Name 'vm'",
    `Set-AzVMOSDisk -VM $vm -ManagedDiskId '${os}' -Name 'os'`,
    "Update-AzVM -ResourceGroupName 'rg-restore' -VM $vm",
    "Start-AzVM -ResourceGroupName 'rg-restore' -Name 'vm'",
  ]);
  expect(texts(stays.powerShell).at(-1)).toMatch(/^Update-AzVM/);
});

test('a data disk is attached and detached', () => {
  const both = { at: 1, machineId: machineWith({}).id, diskId: data };
  const attach = diskCommandsOf({ kind: 'attach', ...both, lun: 0 });
  expect(texts(attach.az)).toEqual([
    `az vm disk attach ${within} --vm-name 'vm' --name '${data}' --lun '0'`,
  ]);
  expect(texts(attach.powerShell)[2]).toContain('-Lun 0');
  const detach = diskCommandsOf({ kind: 'detach', ...both });
  expect(texts(detach.az)).toEqual([`az vm disk detach ${within} --vm-name 'vm' --name 'data'`]);
  expect(texts(detach.powerShell)[2]).toBe("Remove-AzVMDataDisk -VM $vm -Name 'data'");
});

test('the original of a data disk is detached before its copy is attached', () => {
  const both = { at: 1, machineId: machineWith({}).id, diskId: data };
  const original = { diskId: os, isDetached: true };
  const attach = diskCommandsOf({ kind: 'attach', ...both, lun: 0, original });
  expect(texts(attach.az)).toEqual([
    `az vm disk detach ${within} --vm-name 'vm' --name 'os'`,
    `az vm disk attach ${within} --vm-name 'vm' --name '${data}' --lun '0'`,
  ]);
  expect(texts(attach.powerShell).map((text) => text.split(' ')[0])).toEqual([
    'Set-AzContext',
    '$vm',
    'Remove-AzVMDataDisk',
    'Update-AzVM',
    '$vm',
    'Add-AzVMDataDisk',
    'Update-AzVM',
  ]);
  const stays = diskCommandsOf({
    kind: 'attach',
    ...both,
    lun: 0,
    original: { diskId: os, isDetached: false },
  });
  expect(stays.az).toHaveLength(1);
});

test('a name from Azure is never code', () => {
  const name = "x'; rm -rf ~ #";
  const [az = ''] = texts(
    diskCommandsOf({ ...build, nicId: resourceId(`${GROUP}/p/n/t/${name}`) }).az,
  );
  expect(az).toContain(`--name 'x'\\''; rm -rf ~ #'`);
});
