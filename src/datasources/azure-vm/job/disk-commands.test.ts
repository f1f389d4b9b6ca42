import { describe, expect, test } from 'vitest';
import type { Command } from '#src/lib/command.ts';
import { bashArguments } from '#src/lib/testing-shell.ts';
import { instant } from '#src/lib/time.ts';
import type { RestoredDisk } from '#src/model/restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  hasMarks,
  machineCommand,
  networkOf,
  templateCommand,
} from '#src/datasources/azure-vm/job/disk-commands.ts';

const textOf = (command: Command | null): string => (command?.ok === true ? command.value : 'none');

const group = '/subscriptions/sub-1/resourceGroups/rg-restore';
const disk = (name: string, more: Partial<RestoredDisk> = {}): RestoredDisk => ({
  id: resourceId(`${group}/providers/Microsoft.Compute/disks/${name}`),
  name,
  sizeGiB: 32,
  osType: null,
  isAttached: false,
  ...more,
});
const system = disk('vm-osdisk', { osType: 'Linux' });
const subnetId = '/subscriptions/sub-1/resourceGroups/rg/x/subnets/default';

describe('a machine from disks', () => {
  const size = 'Standard_D4s_v5';
  const known = { group, name: 'vm-2', subnetId, networkId: null, size, zone: null };
  const unknown = { ...known, subnetId: null, size: null };

  test('takes the disk with the system, the others as data, size, subnet and zone', () => {
    const disks = [disk('vm-data-1'), system, disk('vm-data-2')];
    expect(textOf(machineCommand({ ...known, disks, zone: '2' }))).toBe(
      `az vm create --subscription 'sub-1' --resource-group 'rg-restore' --name 'vm-2' --attach-os-disk 'vm-osdisk' --os-type 'Linux' --attach-data-disks 'vm-data-1' 'vm-data-2' --size 'Standard_D4s_v5' --subnet '${subnetId}' --zone '2'`,
    );
    expect(hasMarks({ ...known, disks })).toBe(false);
  });

  test('has a mark for whatever is not known', () => {
    const disks = [system];
    expect(textOf(machineCommand({ ...unknown, disks }))).toMatch(
      / --size '<size>' --subnet '<id of a subnet>'$/,
    );
    expect(hasMarks({ ...unknown, disks })).toBe(true);
    const networkId = networkOf(group, 'Group rg-net vnet-a');
    expect(textOf(machineCommand({ ...unknown, disks, networkId }))).toContain(
      "--subnet '/subscriptions/sub-1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-a/subnets/<subnet>'",
    );
    expect(networkOf(group, '')).toBeNull();
  });

  test('leaves out what hangs on a machine already, and is none without a system', () => {
    const attached = { ...disk('vm-data'), isAttached: true };
    expect(textOf(machineCommand({ ...known, disks: [system, attached] }))).not.toContain(
      'vm-data',
    );
    expect(machineCommand({ ...known, disks: [{ ...system, isAttached: true }] })).toBeNull();
    expect(machineCommand({ ...known, disks: [] })).toBeNull();
  });

  test('gives a shell every name as it is', () => {
    const odd = disk('a$(b)`c`"\\', { osType: 'Linux' });
    const command = machineCommand({ ...known, disks: [odd], name: "n'; x" });
    expect(bashArguments([textOf(command)])[0]).toEqual(
      expect.arrayContaining(["n'; x", 'a$(b)`c`"\\']),
    );
  });

  test('is none with a name that the Azure CLI would read from a file', () => {
    expect(machineCommand({ ...known, disks: [system], name: '@n' })).toEqual({
      ok: false,
      reason: { why: 'file', option: '--name', value: '@n' },
    });
  });
});

describe('a template', () => {
  const at = instant(Date.parse('2025-06-05T02:44:30.000Z'));

  test('is deployed into the group of its disks, by a link that is good for an hour', () => {
    const uri = 'https://st.blob.core.windows.net/vm-0f/azuredeploy1-2.json';
    expect(textOf(templateCommand(group, uri, at))).toBe(
      `az deployment group create --subscription 'sub-1' --resource-group 'rg-restore' --template-uri "$(az storage blob generate-sas --blob-url '${uri}' --permissions r --expiry 2025-06-05T03:44Z --auth-mode login --as-user --full-uri --output tsv)"`,
    );
  });

  test.each(['', 'http://st/a/b', 'https://st', 'https://st/a"; x', 'https://st/$(x)', 'not'])(
    'is none at an address like %j',
    (uri) => {
      expect(templateCommand(group, uri, at)).toBeNull();
    },
  );
});
