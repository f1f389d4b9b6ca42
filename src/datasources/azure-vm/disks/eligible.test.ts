import * as fc from 'fast-check';
import { expect, test } from 'vitest';
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
import { exampleDisk } from '#src/datasources/azure-vm/testing.ts';
import { groupDisk, machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';

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
  const machine = machineWith({
    disks: [-1, 0, 2].map(diskAt),
  });
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
