import { describe, expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import {
  type AfterAsked,
  guidesTo,
  hasMadeDisk,
  roleOfDisk,
  stepsAfter,
} from '#src/wizard/azure-disks/checks/after.ts';
import { disk, DISK, MACHINE, TARGET } from '#src/wizard/azure-disks/checks/testing.ts';

const RESTORED = resourceId(`${TARGET}/providers/Microsoft.Compute/disks/data-0-r`);
const free = { ...disk, id: RESTORED, name: 'data-0-r', machineId: null };
const attached = { ...free, machineId: MACHINE };
const system = { osType: 'Windows' } as const;

const asked = (given: Partial<AfterAsked> = {}): AfterAsked => ({
  source: disk,
  restored: free,
  sourceDiskId: DISK,
  restoredDiskId: RESTORED,
  ...given,
});
const shown = (given: AfterAsked) => stepsAfter(given).map(({ id, state }) => `${id} ${state}`);
const commands = (given: AfterAsked) =>
  stepsAfter(given).flatMap((step) => step.commands.map(({ text }) => text));

test('a data disk is detached, and the restored one attached', () => {
  expect(shown(asked())).toEqual(['detach open', 'attach open']);
  expect(commands(asked())).toEqual([
    'az vm disk detach --subscription s-1 --resource-group "rg-app" --vm-name "app01" --name "data-0"',
    `az vm disk attach --subscription s-1 --resource-group "rg-app" --vm-name "app01" --name "${RESTORED}"`,
  ]);
});

test('an OS disk is swapped, while its machine is stopped', () => {
  const given = asked({ source: { ...disk, ...system }, restored: { ...free, ...system } });
  expect(shown(given)).toEqual(['swap open']);
  expect(commands(given)).toEqual([
    'az vm deallocate --subscription s-1 --resource-group "rg-app" --name "app01"',
    `az vm update --subscription s-1 --resource-group "rg-app" --name "app01" --os-disk "${RESTORED}"`,
    'az vm start --subscription s-1 --resource-group "rg-app" --name "app01"',
  ]);
});

describe('what Azure tells of the disks is ticked', () => {
  test.each<[string, Partial<AfterAsked>, string[]]>([
    ['detached', { source: { ...disk, machineId: null } }, ['detach done', 'attach open']],
    ['source gone', { source: null }, ['detach done', 'attach open']],
    [
      'both done',
      { source: { ...disk, machineId: null }, restored: attached },
      ['detach done', 'attach done'],
    ],
    ['swapped', { restored: { ...attached, ...system } }, ['swap done']],
    ['source not read', { source: undefined }, ['detach unknown', 'attach open']],
    ['restored not read', { restored: undefined }, ['detach open', 'attach unknown']],
    ['restored gone', { restored: null }, ['detach open', 'attach unknown']],
    [
      'neither read',
      { source: undefined, restored: undefined },
      ['detach unknown', 'attach unknown', 'swap unknown'],
    ],
  ])('%s', (_, given, expected) => {
    expect(shown(asked(given))).toEqual(expected);
  });
});

test('without a machine the commands leave a place for its name', () => {
  const given = asked({ source: { ...disk, machineId: null } });
  expect(commands(given)[0]).toContain(
    '--resource-group YOUR-MACHINE-GROUP --vm-name "YOUR-MACHINE"',
  );
});

test('only a system disk names an operating system', () => {
  expect(roleOfDisk({ source: disk, restored: free })).toBe('data');
  expect(roleOfDisk({ source: null, restored: { ...free, ...system } })).toBe('os');
  expect(roleOfDisk({ source: null, restored: undefined })).toBeNull();
});

test('guides are those of the system, or both', () => {
  expect(guidesTo('swap', 'Linux').map(({ href }) => href)).toEqual([
    'https://learn.microsoft.com/azure/virtual-machines/linux/os-disk-swap',
  ]);
  expect(guidesTo('attach', null)).toHaveLength(2);
});

test.each([
  ['completed', 'Restore', true],
  ['completedWithWarnings', 'restore', true],
  ['inProgress', 'Restore', false],
  ['failed', 'Restore', false],
  ['completed', 'Backup', false],
] as const)('a job %s of a %s has made a disk: %s', (status, operation, expected) => {
  expect(hasMadeDisk({ status, operation })).toBe(expected);
});
