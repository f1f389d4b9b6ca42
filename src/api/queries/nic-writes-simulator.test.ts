import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { pollOperation, type StartedWrite } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import {
  deallocateMachine,
  patchMachine,
  readMachineModel,
} from '#src/api/compute/machine-writes.ts';
import {
  deleteInterface,
  deletePublicAddress,
  getNetworkInterface,
  getPublicAddress,
  readInterface,
  writeInterface,
  writePublicAddress,
} from '#src/api/network/interfaces.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { app01, nicId, publicAddressId, subnetId, writesAzure } from '#src/mocks/testing-writes.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** NICs and public addresses that are written by the client, against the simulated Azure. */

const world = () => {
  const it = writesAzure();
  return { ...it, ...testArm(it.azure.fetch) };
};
type World = ReturnType<typeof world>;

async function ended(it: World, started: StartedWrite): Promise<string> {
  it.clock.add(120);
  if (started.kind === 'done' || started.operation === null) return started.kind;
  return (await pollOperation(it.arm, started.operation)).status;
}
const codeOf = async (work: Promise<unknown>) =>
  armFacts(await work.catch((error: unknown) => error))?.code;

const address = publicAddressId('new-ip');
const nic = nicId('new-nic');
const body = (fixed: string | null) =>
  nicBody({
    region: 'westeurope',
    subnetId: subnetId('default'),
    address: fixed,
    publicAddressId: address,
  });

async function withAddress(it: World): Promise<World> {
  const started = await writePublicAddress(it.arm, { id: address, region: 'westeurope' });
  expect(await ended(it, started)).toBe('succeeded');
  expect(await ended(it, await writeInterface(it.arm, nic, body(null), {}))).toBe('succeeded');
  return it;
}

const addressOf = async (it: World) =>
  (await readInterface(it.arm, nic))?.properties.ipConfigurations?.[0]?.properties
    ?.privateIPAddress;

describe('a NIC', () => {
  test('gets the lowest free address, and its public one', async () => {
    const it = await withAddress(world());
    expect(await addressOf(it)).toMatch(/^10\.20\.0\.\d+$/);
    expect(await getNetworkInterface(it.arm, nic)).toMatchObject({
      hasStaticAddress: false,
      publicAddressIds: [address],
    });
    expect(await getPublicAddress(it.arm, address)).toMatchObject({ isReserved: true });
    const other = { ...body(null), properties: { ...body(null).properties } };
    expect(await codeOf(writeInterface(it.arm, nicId('other'), other, {}))).toBe(
      'PublicIPAddressInUse',
    );
  });

  test('counts among the used addresses of its subnet', async () => {
    const it = world();
    const used = async () => {
      const networks = await listVirtualNetworks(it.arm, app01.id.split('/')[2] ?? '');
      const subnets = networks.flatMap(({ subnets: all }) => all);
      return subnets.find(({ id }) => id === subnetId('default'))?.usedAddresses ?? 0;
    };
    const before = await used();
    await withAddress(it);
    expect(await used()).toBe(before + 1);
  });

  test('that is read, changed and written back keeps what the product does not know', async () => {
    const it = await withAddress(world());
    const read = await readInterface(it.arm, nic);
    if (read === null) throw new Error('The NIC is gone.');
    const before = await addressOf(it);
    const marked = { ...read, tags: { owner: 'night' }, 'x-later': { kept: true } };
    const started = await writeInterface(it.arm, nic, marked, { ifMatch: read.etag ?? '' });
    expect(await ended(it, started)).toBe('succeeded');
    expect(await readInterface(it.arm, nic)).toMatchObject({
      tags: { owner: 'night' },
      'x-later': { kept: true },
    });
    expect(await addressOf(it)).toBe(before);
    expect(await codeOf(writeInterface(it.arm, nic, marked, { ifMatch: read.etag ?? '' }))).toBe(
      'PreconditionFailed',
    );
  });

  test('takes over an address that stays', async () => {
    const it = await withAddress(world());
    expect(await ended(it, await writeInterface(it.arm, nic, body('10.20.0.99'), {}))).toBe(
      'succeeded',
    );
    expect(await addressOf(it)).toBe('10.20.0.99');
  });

  test('is removed with what it has, one after the other', async () => {
    const it = await withAddress(world());
    expect(await codeOf(deletePublicAddress(it.arm, address))).toBe(
      'PublicIPAddressCannotBeDeleted',
    );
    expect(await ended(it, await deleteInterface(it.arm, nic))).toBe('succeeded');
    expect(await readInterface(it.arm, nic)).toBeNull();
    expect(await ended(it, await deletePublicAddress(it.arm, address))).toBe('succeeded');
    expect(await deleteInterface(it.arm, nic)).toEqual({ kind: 'done' });
  });

  test('of a machine is not removed; the one that takes its place is', async () => {
    const it = await withAddress(world());
    const source = resourceId(app01.id);
    const own = nicId('app01-nic0');
    expect(await codeOf(deleteInterface(it.arm, own))).toBe('NicInUse');
    await ended(it, await deallocateMachine(it.arm, source));
    const model = await readMachineModel(it.arm, source);
    const properties = { networkProfile: { networkInterfaces: [{ id: nic }] } };
    const patch = { ...model, properties };
    await it.send('PATCH', `${source}?api-version=2024-03-01`, patch);
    it.clock.add(60);
    expect(await codeOf(deleteInterface(it.arm, nic))).toBe('NicInUse');
    expect(await readInterface(it.arm, own)).not.toHaveProperty('properties.virtualMachine');
    expect(await ended(it, await deleteInterface(it.arm, own))).toBe('succeeded');
    expect(await readInterface(it.arm, own)).toBeNull();
    await ended(it, await patchMachine(it.arm, source, { tags: {} }));
  });
});
