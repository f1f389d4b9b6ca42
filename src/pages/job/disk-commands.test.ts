import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { RestoredDisk } from '#src/model/progress/found.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { machineCommand, templateCommand } from '#src/pages/job/disk-commands.ts';

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
  test('takes the disk with the system, the others as data, and the subnet', () => {
    const parts = { group, disks: [disk('vm-data-1'), system, disk('vm-data-2')], name: 'vm-2' };
    expect(machineCommand({ ...parts, subnetId })).toBe(
      `az vm create --subscription sub-1 --resource-group "rg-restore" --name "vm-2" --attach-os-disk "vm-osdisk" --os-type Linux --attach-data-disks "vm-data-1" "vm-data-2" --subnet "${subnetId}"`,
    );
    expect(machineCommand({ ...parts, disks: [system], subnetId: null })).toMatch(
      /--os-type Linux$/,
    );
  });

  test('leaves out what hangs on a machine already, and is none without a system', () => {
    const parts = { group, name: 'vm-2', subnetId: null };
    const attached = { ...disk('vm-data'), isAttached: true };
    expect(machineCommand({ ...parts, disks: [system, attached] })).not.toContain('vm-data');
    expect(machineCommand({ ...parts, disks: [{ ...system, isAttached: true }] })).toBeNull();
    expect(machineCommand({ ...parts, disks: [] })).toBeNull();
  });

  test('has nothing that a shell would run', () => {
    const odd = disk('a$(b)`c`"\\', { osType: 'Linux' });
    const command = machineCommand({ group, disks: [odd], name: 'n"; x', subnetId: null });
    expect(command).toContain('--name "n; x" --attach-os-disk "a(b)c"');
  });
});

describe('a template', () => {
  const at = instant(Date.parse('2025-06-05T02:44:30.000Z'));

  test('is deployed into the group of its disks, by a link that is good for an hour', () => {
    const uri = 'https://st.blob.core.windows.net/vm-0f/azuredeploy1-2.json';
    expect(templateCommand(group, uri, at)).toBe(
      `az deployment group create --subscription sub-1 --resource-group "rg-restore" --template-uri "$(az storage blob generate-sas --blob-url "${uri}" --permissions r --expiry 2025-06-05T03:44Z --auth-mode login --as-user --full-uri --output tsv)"`,
    );
  });

  test.each(['', 'http://st/a/b', 'https://st', 'https://st/a"; x', 'https://st/$(x)', 'not'])(
    'is none at an address like %j',
    (uri) => {
      expect(templateCommand(group, uri, at)).toBeNull();
    },
  );
});
