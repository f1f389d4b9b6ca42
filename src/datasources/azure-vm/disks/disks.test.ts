import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { vmFields } from '#src/datasources/azure-vm/choices.ts';
import {
  buildOrder,
  type BuildPlaceFacts,
  type BuildValues,
} from '#src/datasources/azure-vm/disks/BuildForm.tsx';
import { networkOf, sentPlaceOf } from '#src/datasources/azure-vm/disks/DisksPage.tsx';
import {
  dataDisksOf,
  freeLuns,
  initialLuns,
  isAddress,
  isSamePlace,
  machinesFor,
  originalOf,
  sizesFor,
} from '#src/datasources/azure-vm/disks/eligible.ts';
import { diskCommandsOf } from '#src/datasources/azure-vm/disks/orders.ts';
import {
  addOrder,
  type DiskBuild,
  type DiskOrder,
  ordersOf,
  removeDiskOrder,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { GROUP, groupDisk, machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import { exampleDisk } from '#src/datasources/azure-vm/testing.ts';
import type { Command } from '#src/lib/command.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';

const group = resourceId('/subscriptions/sub-1/resourceGroups/rg-restore');
const network =
  '/subscriptions/sub-1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-a';
const named = (value: string) => job({ properties: [{ name: 'Target VNet Name', value }] });

test.each([
  ['that the restore was sent with', named('Group other other'), `${network}/subnets/default`],
  ['that the job names', named(' Group rg-net vnet-a '), null],
])('a new VM starts in the network %s', (_, ofJob, subnetId) => {
  expect(networkOf(group, ofJob, subnetId)).toBe(network);
});

test.each([job(), named(''), named('vnet-a'), named('Group rg vnet-a default')])(
  'a job that names no network leaves the choice open: %#',
  (ofJob) => {
    expect(networkOf(group, ofJob, null)).toBeNull();
  },
);

const draft = vmFields.newDraft('d', instant(0), {
  subscription: 'sub-b',
  vnet: '/vnet',
  subnet: 'default',
  instance: '/item',
  point: '123',
  regionView: 'secondary',
});

test('the place is read by the names that the fields have', () => {
  expect(sentPlaceOf(draft)).toEqual({
    subscriptionId: 'sub-b',
    subnetId: '/vnet/subnets/default',
    point: { itemId: '/item', recoveryPointId: '123', isSecondary: true },
  });
});

test('what was sent counts, not what was chosen since', () => {
  const changed = {
    ...draft,
    asked: draft.choices,
    choices: { ...draft.choices, subscription: 'other' },
  };
  expect(sentPlaceOf(changed).subscriptionId).toBe('sub-b');
});

test.each([
  [{ instance: null }, null],
  [{ instance: '/item', point: 1 }, null],
  [
    { instance: '/item', point: '1' },
    { itemId: '/item', recoveryPointId: '1', isSecondary: false },
  ],
])('what a draft doesn’t have isn’t made up: %j', (choices, point) => {
  const made = { ...draft, choices: { datasource: null, ...choices } };
  expect(sentPlaceOf(made)).toEqual({ subscriptionId: null, subnetId: null, point });
});

const osDisk = groupDisk('os', { osType: 'Windows', zone: '1' });
const data = groupDisk('data', { zone: '1' });
const elsewhere = groupDisk('elsewhere', { zone: '2' });
const networkPath =
  '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v';

const values: BuildValues = {
  name: 'app01',
  osDiskId: osDisk.id,
  size: 'Standard_D2s_v5',
  luns: [null, '3', '4'],
  networkId: networkPath,
  subnetId: `${networkPath}/subnets/default`,
  address: null,
  nicName: null,
  license: 'Windows_Server',
  setId: null,
};
const facts: BuildPlaceFacts = {
  group: GROUP,
  disks: [osDisk, data, elsewhere],
  sourceName: 'app01',
  source: null,
  takenNames: ['db01'],
  subnets: ['default', 'full'].map((name) => ({
    id: resourceId(`${networkPath}/subnets/${name}`),
    name,
    addressPrefixes: ['10.0.0.0/29'],
    isDelegated: false,
    usedAddresses: name === 'full' ? 3 : 2,
  })),
  at: 7,
};

const fieldsOf = (
  change: Partial<BuildValues>,
  names: readonly string[] | undefined = ['db01'],
) => {
  const found = buildOrder({ ...values, ...change }, { ...facts, takenNames: names });
  return 'kind' in found ? [] : found.map(({ field }) => field);
};

test('a VM has the place of its OS disk, and the disks of that place alone', () => {
  expect(buildOrder(values, facts)).toEqual({
    kind: 'build',
    at: 7,
    machineId: `${GROUP}/providers/Microsoft.Compute/virtualMachines/app01`,
    nicId: `${GROUP}/providers/Microsoft.Network/networkInterfaces/app01-nic`,
    subnetId: `${networkPath}/subnets/default`,
    address: null,
    region: 'westeurope',
    zone: '1',
    size: 'Standard_D2s_v5',
    osType: 'Windows',
    osDiskId: osDisk.id,
    dataDisks: [{ diskId: data.id, lun: 3 }],
    availabilitySetId: null,
    licenseType: 'Windows_Server',
    hasUltraDisks: false,
    source: { name: 'app01', has: {} },
  });
});

test('a VM of a zone joins no availability set', () => {
  expect(buildOrder({ ...values, setId: 'set' }, facts)).toMatchObject({ availabilitySetId: null });
});

test.each([
  [{ name: null }, ['name']],
  [{ name: 'DB01' }, ['name']],
  [{ name: 'a b' }, ['name', 'nicName']],
  [{ name: '-app' }, ['name', 'nicName']],
  [{ name: 'a'.repeat(65) }, ['name']],
  [{ osDiskId: data.id }, ['osDiskId']],
  [{ osDiskId: null }, ['osDiskId']],
  [{ size: null, networkId: null, subnetId: null }, ['size', 'networkId', 'subnetId']],
  [{ subnetId: `${networkPath}/subnets/full` }, ['subnetId']],
  [{ subnetId: `${networkPath}/subnets/gone` }, ['subnetId']],
  [{ address: '10.0.0.300' }, ['address']],
  [{ nicName: '-nic' }, ['nicName']],
] as const)('%j has errors at %j', (change, fields) => {
  expect(fieldsOf(change)).toEqual(fields);
});

test('two disks have no LUN in common', () => {
  const beside = groupDisk('more', { zone: '1' });
  const found = buildOrder(
    { ...values, luns: [null, '3', '3'] },
    { ...facts, disks: [osDisk, data, beside] },
  );
  expect(found).toMatchObject([{ field: 'luns.2' }]);
});

test('a name is not refused before the names in use are read', () => {
  expect(
    'kind' in buildOrder({ ...values, name: 'db01' }, { ...facts, takenNames: undefined }),
  ).toBe(true);
});

test('a disk goes to the VMs of its region and zone', () => {
  const machines = [
    machineWith({ name: 'same', region: 'West Europe', zone: '1' }),
    machineWith({ name: 'zone 2', region: 'westeurope', zone: '2' }),
    machineWith({ name: 'no zone', region: 'westeurope', zone: null }),
    machineWith({ name: 'elsewhere', region: 'northeurope', zone: '1' }),
  ];
  const disk = groupDisk('d', { region: 'westeurope', zone: '1' });
  expect(machinesFor(machines, disk, 'attach').map(({ name }) => name)).toEqual(['same']);
  expect(isSamePlace(disk, { region: 'WestEurope', zone: null })).toBe(false);
});

test('an OS disk is swapped into a VM of its operating system', () => {
  const machines = [machineWith({ osType: 'Linux' }), machineWith({ osType: 'Windows' })];
  const disk = groupDisk('d', { osType: 'Windows' });
  expect(machinesFor(machines, disk, 'swap').map(({ osType }) => osType)).toEqual(['Windows']);
});

test('the LUNs of new data disks are those of their names, and never one twice', () => {
  const name = (lun: number) => `vm-datadisk-${String(lun).padStart(3, '0')}-20250604-220301`;
  expect(
    initialLuns([name(5), 'copy', name(0), name(5), name(99)].map((one) => ({ name: one }))),
  ).toEqual([5, 1, 0, 2, 3]);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(80), fc.constant(null)), { maxLength: 40 }), (luns) => {
      const given = initialLuns(luns.map((lun) => ({ name: lun === null ? 'x' : name(lun) })));
      expect(new Set(given).size).toBe(luns.length);
      expect(given.every((lun) => lun >= 0 && lun < 64)).toBe(true);
    }),
  );
});

test('a free LUN is one that no disk has; the OS disk has none', () => {
  const machine = machineWith({ disks: [-1, 0, 2].map(diskAt) });
  expect(freeLuns(machine).slice(0, 3)).toEqual([1, 3, 4]);
  expect(freeLuns(machine)).toHaveLength(62);
  expect(dataDisksOf(machine).map(({ lun }) => lun)).toEqual([0, 2]);
});

const diskAt = (lun: number) => ({
  name: `disk ${String(lun)}`,
  lun,
  sizeGiB: null,
  sku: null,
  managedDiskId: groupDisk(`disk-${String(lun)}`).id,
  encryptionSetId: null,
  hasWriteAccelerator: false,
});

test('only sizes are offered that Azure offers in the zone', () => {
  const size = (name: string, zones: readonly string[], isOffered = true) => ({
    name,
    isOffered,
    zones,
    family: null,
    cores: null,
  });
  const sizes = [
    size('Standard_D16s_v5', ['1']),
    size('Standard_D2s_v5', ['1']),
    size('B', []),
    size('C', ['1'], false),
  ];
  expect(sizesFor(sizes, '1').map(({ name }) => name)).toEqual([
    'Standard_D2s_v5',
    'Standard_D16s_v5',
  ]);
  expect(sizesFor(sizes, null).map(({ name }) => name)).toContain('B');
});

test.each([
  ['10.0.0.4', true],
  ['10.0.0', false],
  ['10.0.0.256', false],
  ['10.0.0.4 ', false],
  ['fd00::4', false],
])('%j as an address', (text, isGood) => {
  expect(isAddress(text)).toBe(isGood);
});

const own = [
  { lun: -1, name: 'vm_OsDisk' },
  { lun: 0, name: 'vm_DataDisk_0' },
  { lun: 2, name: 'vm_DataDisk_2' },
].map(({ lun, name }) => ({ ...exampleDisk, lun, name, managedDiskId: groupDisk(name).id }));

test.each([
  [
    'a data disk by the LUN in its name',
    groupDisk('vm-datadisk-002-20260101-000000'),
    'vm',
    'vm_DataDisk_2',
  ],
  ['letters of either case', groupDisk('vm-datadisk-000-20260101-000000'), 'VM', 'vm_DataDisk_0'],
  ['an OS disk', groupDisk('vm-osdisk-20260101-000000', { osType: 'Linux' }), 'vm', 'vm_OsDisk'],
  ['a LUN that the VM hasn’t', groupDisk('vm-datadisk-001-20260101-000000'), 'vm', undefined],
  ['a name without a LUN', groupDisk('copy'), 'vm', undefined],
  ['another VM', groupDisk('vm-datadisk-002-20260101-000000'), 'db01', undefined],
  [
    'the disk itself',
    { ...groupDisk('vm-datadisk-002-1'), id: groupDisk('vm_DataDisk_2').id },
    'vm',
    undefined,
  ],
])('the original of a restored disk: %s', (_, disk, source, name) => {
  expect(originalOf(disk, machineWith({ disks: own }), source)?.name).toBe(name);
});

const [osId, dataId] = [groupDisk('os').id, groupDisk('data').id];
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
  osDiskId: osId,
  dataDisks: [{ diskId: dataId, lun: 3 }],
  availabilitySetId: null,
  licenseType: 'RHEL_BYOS',
};
const swap: DiskOrder = {
  kind: 'swap',
  at: 1,
  machineId: machineWith({}).id,
  diskId: osId,
  before: null,
  wasRunning: true,
};

const texts = (lines: readonly Command[]): string[] =>
  lines.map((line) => (line.ok ? line.value : line.reason.why));

test('a VM of disks in the Azure CLI: the NIC first, and each data disk with its LUN', () => {
  expect(texts(diskCommandsOf(build).az)).toEqual([
    `az network nic create ${within} --name 'nic' --location 'westeurope' --subnet '${subnetId}' --private-ip-address '10.0.0.4'`,
    `az vm create ${within} --name 'vm' --location 'westeurope' --attach-os-disk '${osId}' --os-type 'Linux' --size 'Standard_D2s_v5' --nics '${build.nicId}' --zone '1' --license-type 'RHEL_BYOS'`,
    `az vm disk attach ${within} --vm-name 'vm' --name '${dataId}' --lun '3'`,
  ]);
});

test('the same in PowerShell', () => {
  expect(texts(diskCommandsOf(build).powerShell)).toEqual([
    "Set-AzContext -Subscription 's1'",
    `$nic = New-AzNetworkInterface -ResourceGroupName 'rg-restore' -Name 'nic' -Location 'westeurope' -SubnetId '${subnetId}' -PrivateIpAddress '10.0.0.4'`,
    "$vm = New-AzVMConfig -VMName 'vm' -VMSize 'Standard_D2s_v5' -Zone '1' -LicenseType 'RHEL_BYOS'",
    `Set-AzVMOSDisk -VM $vm -ManagedDiskId '${osId}' -CreateOption Attach -Linux`,
    `Add-AzVMDataDisk -VM $vm -Name 'data' -ManagedDiskId '${dataId}' -Lun 3 -CreateOption Attach`,
    'Add-AzVMNetworkInterface -VM $vm -Id $nic.Id',
    "New-AzVM -ResourceGroupName 'rg-restore' -Location 'westeurope' -VM $vm",
  ]);
});

test('a swap starts the VM only if it was running', () => {
  expect(texts(diskCommandsOf(swap).az)).toEqual([
    `az vm deallocate ${within} --name 'vm'`,
    `az vm update ${within} --name 'vm' --os-disk '${osId}'`,
    `az vm start ${within} --name 'vm'`,
  ]);
  const stays = diskCommandsOf({ ...swap, wasRunning: false });
  expect(texts(stays.az)).toHaveLength(2);
  expect(texts(diskCommandsOf(swap).powerShell).slice(1)).toEqual([
    "Stop-AzVM -ResourceGroupName 'rg-restore' -Name 'vm' -Force",
    "$vm = Get-AzVM -ResourceGroupName 'rg-restore' -Name 'vm'",
    `Set-AzVMOSDisk -VM $vm -ManagedDiskId '${osId}' -Name 'os'`,
    "Update-AzVM -ResourceGroupName 'rg-restore' -VM $vm",
    "Start-AzVM -ResourceGroupName 'rg-restore' -Name 'vm'",
  ]);
  expect(texts(stays.powerShell).at(-1)).toMatch(/^Update-AzVM/);
});

test('a data disk is attached and detached', () => {
  const both = { at: 1, machineId: machineWith({}).id, diskId: dataId };
  const attach = diskCommandsOf({ kind: 'attach', ...both, lun: 0 });
  expect(texts(attach.az)).toEqual([
    `az vm disk attach ${within} --vm-name 'vm' --name '${dataId}' --lun '0'`,
  ]);
  expect(texts(attach.powerShell)[2]).toContain('-Lun 0');
  const detach = diskCommandsOf({ kind: 'detach', ...both });
  expect(texts(detach.az)).toEqual([`az vm disk detach ${within} --vm-name 'vm' --name 'data'`]);
  expect(texts(detach.powerShell)[2]).toBe("Remove-AzVMDataDisk -VM $vm -Name 'data'");
});

test('the original of a data disk is detached before its copy is attached', () => {
  const both = { at: 1, machineId: machineWith({}).id, diskId: dataId };
  const original = { diskId: osId, isDetached: true };
  const attach = diskCommandsOf({ kind: 'attach', ...both, lun: 0, original });
  expect(texts(attach.az)).toEqual([
    `az vm disk detach ${within} --vm-name 'vm' --name 'os'`,
    `az vm disk attach ${within} --vm-name 'vm' --name '${dataId}' --lun '0'`,
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
    original: { diskId: osId, isDetached: false },
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

const storage = freshStorage();

const plannedAt = (at: number): DiskOrder => ({
  kind: 'attach',
  at,
  machineId: machineWith({}).id,
  diskId: groupDisk('data').id,
  lun: 1,
});

test('what was confirmed is there after a reload, whatever the letter case of its job', () => {
  addOrder('/JOB/1', plannedAt(1));
  addOrder('/job/1', plannedAt(2));
  addOrder('/job/2', plannedAt(3));
  resetPageState();
  expect(ordersOf('/job/1')).toEqual([plannedAt(1), plannedAt(2)]);
});

test('the same list is given until it changes', () => {
  expect(ordersOf('/job/1')).toBe(ordersOf('/job/1'));
  addOrder('/job/1', plannedAt(1));
  expect(ordersOf('/job/1')).toBe(ordersOf('/job/1'));
});

test('one that is given up is gone, and the others stay', () => {
  addOrder('/job/1', plannedAt(1));
  addOrder('/job/1', plannedAt(2));
  removeDiskOrder('/job/1', plannedAt(1));
  expect(ordersOf('/job/1')).toEqual([plannedAt(2)]);
});

test.each(['', '{', '{}', '[{"kind":"attach"}]', '[{"kind":"other","at":1}]'])(
  'a damaged entry counts as none: %j',
  (text) => {
    addOrder('/job/1', plannedAt(1));
    for (const key of storage.entries.keys()) storage.entries.set(key, text);
    resetPageState();
    expect(ordersOf('/job/1')).toEqual([]);
  },
);
