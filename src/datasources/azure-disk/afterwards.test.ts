import { expect, test } from 'vitest';
import { diskJobSpec } from '#src/datasources/azure-disk/DiskJob.tsx';
import {
  commandsAfter,
  diskSteps,
  type Disks,
  guidesFor,
  roleOf,
} from '#src/datasources/azure-disk/afterwards.ts';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import { draftWith, known, reads } from '#src/datasources/azure-disk/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';

const group = '/subscriptions/s/resourceGroups/rg app/providers/Microsoft.Compute';
const restoredId = resourceId(`${group}/disks/data-0-r`);
const machine = resourceId(`${group}/virtualMachines/app01`);
const disk = diskWith({
  id: resourceId(`${group}/disks/data-0`),
  name: 'data-0',
  machineId: machine,
});
const free = { ...disk, id: restoredId, name: 'data-0-r', machineId: null };
const windows = { osType: 'Windows' } as const;
const texts = (disks: Omit<Disks, 'restoredId'>) =>
  commandsAfter({ restoredId, ...disks }).map(({ command }) => (command.ok ? command.value : ''));

const place = (option: string) =>
  `--subscription 's' --resource-group 'rg app' --${option} 'app01'`;

test('a data disk is detached, and the restored one attached', () => {
  expect(texts({ source: disk, restored: free })).toEqual([
    `az vm disk detach ${place('vm-name')} --name 'data-0'`,
    `az vm disk attach ${place('vm-name')} --disks '${restoredId}'`,
  ]);
});

test('an OS disk is swapped, while its machine is stopped', () => {
  const os = { source: { ...disk, ...windows }, restored: { ...free, ...windows } };
  expect(texts(os)).toEqual([
    `az vm deallocate ${place('name')}`,
    `az vm update ${place('name')} --os-disk '${restoredId}'`,
    `az vm start ${place('name')}`,
  ]);
});

test('what is attached to nothing need not be detached, and leaves a place for a machine', () => {
  expect(texts({ source: { ...disk, machineId: null }, restored: free })).toEqual([
    `az vm disk attach --resource-group GROUP --vm-name MACHINE --disks '${restoredId}'`,
  ]);
});

test('of a source that is gone the copy tells the part', () => {
  expect(roleOf({ source: null, restored: { ...free, ...windows } })).toBe('os');
  expect(roleOf({ source: null, restored: free })).toBe('data');
  expect(roleOf({ source: null, restored: undefined })).toBe('unknown');
  expect(texts({ source: undefined, restored: undefined })).toHaveLength(4);
});

test('guides are those of the system, of both where it is not known', () => {
  const hrefs = (...given: Parameters<typeof guidesFor>) =>
    guidesFor(...given).map(({ href }) => href.replace(/^.*virtual-machines\//, ''));
  expect(hrefs('os', 'Linux')).toEqual(['linux/os-disk-swap']);
  expect(hrefs('data', 'Windows')).toEqual([
    'windows/detach-disk#detach-a-data-disk-using-the-portal',
    'windows/attach-managed-disk-portal',
  ]);
  expect(hrefs('data', null)).toHaveLength(4);
});

const { anyUse, use, revoke } = diskChecks.afterwards;

test.each([
  ['disk.after.attach-data', use.data],
  ['disk.after.swap-os', use.os],
  ['disk.after.revoke', revoke.title],
  ['own.use', anyUse],
  ['after.extensions', null],
  ['constructor', null],
])('the next step %s in words', (id, text) => {
  expect(diskJobSpec.stepText?.(id)).toBe(text);
});

test.each([
  ['a data disk', known({ ...disk, osType: null }), 'disk.after.attach-data'],
  ['an OS disk', known({ ...disk, ...windows }), 'disk.after.swap-os'],
  ['a disk that is gone', known(null), 'own.use'],
] as const)('%s has one step that puts it to use, beside the role', (_, source, step) => {
  const { settled } = diskView(draftWith(), { ...reads, disk: source }, 'succeeded');
  expect(diskSteps(settled)).toEqual(expect.arrayContaining([step, 'disk.after.revoke']));
  expect(diskSteps(settled)).toHaveLength(2);
});
