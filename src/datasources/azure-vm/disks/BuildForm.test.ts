import { expect, test } from 'vitest';
import {
  buildOrder,
  type BuildPlaceFacts,
  type BuildValues,
} from '#src/datasources/azure-vm/disks/BuildForm.tsx';
import { GROUP, groupDisk } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import { resourceId } from '#src/model/resource-id.ts';

const osDisk = groupDisk('os', { osType: 'Windows', zone: '1' });
const data = groupDisk('data', { zone: '1' });
const elsewhere = groupDisk('elsewhere', { zone: '2' });
const network = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v';

const values: BuildValues = {
  name: 'app01',
  osDiskId: osDisk.id,
  size: 'Standard_D2s_v5',
  luns: [null, '3', '4'],
  networkId: network,
  subnetId: `${network}/subnets/default`,
  address: null,
  nicName: null,
  license: 'Windows_Server',
  setId: null,
};
const facts: BuildPlaceFacts = {
  group: GROUP,
  disks: [osDisk, data, elsewhere],
  takenNames: ['db01'],
  subnets: ['default', 'full'].map((name) => ({
    id: resourceId(`${network}/subnets/${name}`),
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
    subnetId: `${network}/subnets/default`,
    address: null,
    region: 'westeurope',
    zone: '1',
    size: 'Standard_D2s_v5',
    osType: 'Windows',
    osDiskId: osDisk.id,
    dataDisks: [{ diskId: data.id, lun: 3 }],
    availabilitySetId: null,
    licenseType: 'Windows_Server',
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
  [{ subnetId: `${network}/subnets/full` }, ['subnetId']],
  [{ subnetId: `${network}/subnets/gone` }, ['subnetId']],
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
