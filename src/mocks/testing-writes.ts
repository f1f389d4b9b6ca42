import { defaultWorld, diskInstances } from '#src/mocks/world/worlds/default.ts';
import { protectedMachines } from '#src/mocks/world/worlds/default-instances.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { LooseDiskSeed, MachineSeed, Seed } from '#src/mocks/world/seed.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** What tests of writes need: a machine, restored disks beside it, and a subnet for its NIC. */

const found = defaultWorld.machines.find(({ id }) => id.endsWith('/virtualMachines/app01'));
if (found === undefined) throw new Error('The default world has no app01.');

/** A running machine of zone 1 in West Europe, with two data disks. */
export const app01: MachineSeed = found;
const group = groupOf(app01.id);

/** The id of a resource beside it. */
export const beside = (type: string, name: string): ResourceId =>
  resourceId(`${group}/providers/${type}/${name}`);

export const diskId = (name: string): ResourceId => beside('Microsoft.Compute/disks', name);
export const nicId = (name: string): ResourceId =>
  beside('Microsoft.Network/networkInterfaces', name);
export const machineId = (name: string): ResourceId =>
  beside('Microsoft.Compute/virtualMachines', name);
export const publicAddressId = (name: string): ResourceId =>
  beside('Microsoft.Network/publicIPAddresses', name);

/** A restored disk; what its owner says it has too. */
export const restored = (
  name: string,
  lun: number,
  owner: Partial<MachineSeed> = {},
): LooseDiskSeed => ({
  id: diskId(name),
  owner: { ...app01, ...owner },
  disk: { lun, name, sizeGiB: lun < 0 ? 30 : 64, sku: 'Premium_LRS' },
});

const production = defaultWorld.networks.find(({ id }) => id.endsWith('/vnet-prod-weu'));

/** The id of a subnet in the network of West Europe. */
export const subnetId = (name: string): ResourceId =>
  resourceId(`${production?.id ?? ''}/subnets/${name}`);

/** The default world without its jobs, with restored disks. */
export const writesWorld: Seed = {
  ...defaultWorld,
  jobs: [],
  diskJobs: [],
  looseDisks: [restored('new-os', -1), restored('new-data', 0), restored('more-data', 1)],
};

/** A simulated Azure of such a world. */
export const writesAzure = (change: Partial<Seed> = {}, faults: readonly Fault[] = []): TestAzure =>
  testAzure({ seed: { ...writesWorld, ...change }, faults, profile: 'documented' });

/** The body of a NIC in a subnet. */
export const nicIn = (subnet: string, more: object = {}) => ({
  location: 'westeurope',
  properties: {
    ipConfigurations: [
      { name: 'ipconfig1', properties: { subnet: { id: subnetId(subnet) }, ...more } },
    ],
  },
});

/** The body of a machine of the restored disks, with other values where given. */
export const machineOfDisks = (
  properties: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
) => ({
  location: 'westeurope',
  zones: ['1'],
  ...top,
  properties: {
    hardwareProfile: { vmSize: 'Standard_D2s_v5' },
    networkProfile: { networkInterfaces: [{ id: nicId('new-nic') }] },
    storageProfile: {
      osDisk: { createOption: 'Attach', osType: 'Linux', managedDisk: { id: diskId('new-os') } },
      dataDisks: [{ lun: 0, createOption: 'Attach', managedDisk: { id: diskId('new-data') } }],
    },
    ...properties,
  },
});

export const COMPUTE = 'api-version=2024-03-01';
export const NETWORK = 'api-version=2024-01-01';

/** Gives the new machine's NIC to the world, and waits for it. */
export async function withNic<Azure extends TestAzure>(it: Azure): Promise<Azure> {
  await it.send('PUT', `${nicId('new-nic')}?${NETWORK}`, nicIn('default'));
  it.clock.add(60);
  return it;
}

/** Code, status and target of a refusal. */
export async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  const code = /"code":"([^"]+)"/.exec(text)?.[1] ?? '';
  return `${response.status} ${code}`.trim();
}

/** The id of the backup instance of the VM that is deleted softly. */
export const deletedVm =
  protectedMachines.find(({ instance }) => instance.softDeleted !== undefined)?.instance.id ?? '';

/** That of the disk, as it was before. */
export const deletedDisk =
  diskInstances.find(({ softDeleted }) => softDeleted !== undefined)?.id ?? '';
