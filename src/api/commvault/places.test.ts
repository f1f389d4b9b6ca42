import { expect, test } from 'vitest';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { listAccessNodes, listHypervisors } from '#src/api/commvault/places.ts';
import { testServe } from '#src/api/commvault/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { findMachineByVmId, getMachine } from '#src/api/compute/machines.ts';
import { listKeyVaults } from '#src/api/key-vaults.ts';
import { listSecurityGroups } from '#src/api/network.ts';
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { corp, corporate, prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

test('hypervisors are those of Azure, each with the instance that a restore names', async () => {
  const { arm } = testServe(() =>
    answer(200, {
      HypervisorCount: 4,
      Hypervisors: [
        {
          id: 120,
          name: 'hv-azure-a',
          displayName: 'Azure A',
          HypervisorType: 'AZURE_V2',
          instance: { id: 7, name: 'Azure Resource Manager' },
        },
        { id: '121', name: 'hv-classic', displayName: '', HypervisorType: 'AZURE' },
        { id: 122, name: 'hv-stack', HypervisorType: 'AZURE_STACK', instance: { id: 9 } },
        { id: 123, name: 'vcenter', HypervisorType: 'VMW', instance: { id: 8 } },
      ],
    }),
  );
  expect(await listHypervisors(arm)).toEqual([
    {
      id: '120',
      name: 'hv-azure-a',
      displayName: 'Azure A',
      instanceId: '7',
      deployment: 'arm',
    },
    {
      id: '121',
      name: 'hv-classic',
      displayName: 'hv-classic',
      instanceId: null,
      deployment: 'classic',
    },
  ]);
});

test('access nodes are read field by field', async () => {
  const { arm } = testServe(() =>
    answer(200, {
      clients: [
        { clientId: 98, clientName: 'an-weu-1', displayName: 'West 1', hostName: 'an-weu-1.local' },
        { clientId: 99, clientName: 'an-weu-2', displayName: '' },
      ],
    }),
  );
  expect(await listAccessNodes(arm)).toEqual([
    { id: '98', name: 'an-weu-1', displayName: 'West 1' },
    { id: '99', name: 'an-weu-2', displayName: 'an-weu-2' },
  ]);
});

/** What only a restore by Commvault asks Azure for, read from the simulated one by the client. */
const world = () => testArm((request) => testAzure('default').azure.fetch(request));
const vm = (group: string, name: string, kind = 'Compute'): string =>
  `${group}/providers/Microsoft.${kind}/virtualMachines/${name}`;

test('the network security groups of NICs and subnets', async () => {
  const { arm } = world();
  const inProduction = await listSecurityGroups(arm, production);
  expect(inProduction.map(({ name, region }) => [name, region])).toContainEqual([
    'nsg-web-fe-07',
    'westeurope',
  ]);
  expect((await listSecurityGroups(arm, corporate)).map(({ name }) => name)).toContain(
    'nsg-snet-servers',
  );
  expect(inProduction.every(({ id }) => id.includes(production))).toBe(true);
});

test('the key vaults, each with its place', async () => {
  const vaults = await listKeyVaults(world().arm, production);
  expect(vaults).toContainEqual({
    id: `${prod('rg-app-prod')}/providers/Microsoft.KeyVault/vaults/kv-keys-lnx-01`,
    name: 'kv-keys-lnx-01',
    resourceGroup: 'rg-app-prod',
    region: 'westeurope',
  });
});

test.each([
  ['a VM', app01],
  ['a classic one', vm(corp('rg-legacy'), 'classic-crm', 'ClassicCompute')],
])('%s by its vmId, in any letter case', async (_, id) => {
  expect(await findMachineByVmId(world().arm, guidOf(id).toUpperCase())).toBe(id);
});

test('no VM by a vmId that none has', async () => {
  expect(await findMachineByVmId(world().arm, "0' or true or '")).toBeNull();
});

test.each([
  ['keys-lnx-01', true],
  ['app01', false],
])('the disks of %s say whether Azure Disk Encryption is on: %s', async (name, expected) => {
  const { arm } = world();
  const machine = await getMachine(arm, resourceId(vm(prod('rg-app-prod'), name)));
  const [disk] = machine?.disks ?? [];
  const read = await getDisk(arm, resourceId(disk?.managedDiskId ?? ''));
  expect(read.usesDiskEncryption).toBe(expected);
});
