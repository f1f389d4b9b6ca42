import { afterEach, expect, test } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { diskActionOf } from '#src/datasources/azure-vm/disks/orders.ts';
import type { DiskOrder } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { BUILD, signedIn, SWAP } from '#src/datasources/azure-vm/testing-writes.ts';
import { fault, type Fault } from '#src/mocks/faults/fault.ts';
import {
  app01,
  COMPUTE,
  diskId,
  machineId,
  machineOfDisks,
  NETWORK,
  nicId,
  nicIn,
  restored,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The actions against the simulated Azure. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const world = (faults: readonly Fault[] = [], change: Parameters<typeof writesAzure>[0] = {}) =>
  signedIn(writesAzure(change, faults));

const source = resourceId(app01.id);
const attach: DiskOrder = {
  kind: 'attach',
  at: 1,
  machineId: source,
  diskId: diskId('new-data'),
  lun: 9,
};

/** Carries an order out as far as it goes: the state of each step, with Azure's code where it has one. */
async function outcome(order: DiskOrder, isConfirmed = false): Promise<string[]> {
  const action = diskActionOf(order);
  if (!isConfirmed) confirmAction(action);
  await carryOut(action);
  return (recordOf(action.id)?.steps ?? []).map(({ id, state, wasSo, code }) =>
    [id, wasSo === true ? 'wasSo' : state, ...(typeof code === 'string' ? [code] : [])].join(' '),
  );
}

const writes = (it: ReturnType<typeof world>): string[] =>
  it.sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${new URL(url).pathname.split('/').at(-1) ?? ''}`);

test('a VM is built with its NIC, disks and license', async () => {
  const it = world();
  expect(await outcome(BUILD)).toEqual(['nic done', 'machine done']);
  expect(await getMachine(it.arm, BUILD.machineId)).toMatchObject({
    size: 'Standard_D2s_v5',
    nicIds: [BUILD.nicId],
    disks: [{ lun: -1 }, { lun: 3 }],
    isRunning: true,
  });
});

test('a NIC of the name that is not as wanted is never overwritten', async () => {
  const it = world();
  await it.send('PUT', `${nicId('new-nic')}?${NETWORK}`, nicIn('snet-app'));
  it.clock.add(60);
  expect(await outcome(BUILD)).toEqual(['nic refused PreconditionFailed', 'machine waiting']);
  expect(await outcome(BUILD, true)).toEqual(['nic refused PreconditionFailed', 'machine waiting']);
});

test('a NIC that an earlier try has left is used', async () => {
  const it = await withNic(world());
  expect(await outcome(BUILD)).toEqual(['nic wasSo', 'machine done']);
  expect(writes(it)).toEqual(['PUT built01']);
});

test('a VM of the name with other disks is never taken for the wanted one', async () => {
  const it = world();
  expect(await outcome({ ...BUILD, machineId: source })).toEqual([
    'nic done',
    'machine refused PreconditionFailed',
  ]);
  expect((await getMachine(it.arm, source))?.disks).toHaveLength(app01.disks.length);
});

test('a VM that Azure could not create to its end is created by another try', async () => {
  world([fault('f', { operation: 'virtualMachines.put' }, 1, { kind: 'operation-fails' })]);
  const [nic, machine] = await outcome(BUILD);
  expect([nic, machine?.startsWith('machine refused')]).toEqual(['nic done', true]);
  expect(await outcome(BUILD, true)).toEqual(['nic done', 'machine done']);
});

test('a size that became too expensive for the quota is refused, and nothing is lost', async () => {
  const it = world();
  expect(await outcome({ ...BUILD, size: 'Standard_A1_v2' })).toEqual([
    'nic done',
    'machine refused InvalidParameter',
  ]);
  expect(await getMachine(it.arm, BUILD.machineId)).toBeNull();
});

test('a running VM is stopped, swapped and started', async () => {
  const it = world();
  expect(await outcome(SWAP)).toEqual(['stop done', 'swap done', 'start done']);
  expect(writes(it)).toEqual(['POST deallocate', 'PUT app01', 'POST start']);
  const machine = await getMachine(it.arm, source);
  expect(machine?.disks[0]).toMatchObject({ lun: -1, managedDiskId: diskId('new-os') });
  expect(machine?.isRunning).toBe(true);
});

test('a VM that was stopped is not started by a swap', async () => {
  const it = world();
  await it.send('POST', `${source}/deallocate?${COMPUTE}`);
  it.clock.add(120);
  expect(await outcome({ ...SWAP, wasRunning: false })).toEqual(['stop wasSo', 'swap done']);
  expect((await getMachine(it.arm, source))?.isRunning).toBe(false);
});

test('a stop that another person started is waited for', async () => {
  const it = world();
  await it.send('POST', `${source}/deallocate?${COMPUTE}`);
  expect((await outcome(SWAP)).slice(1)).toEqual(['swap done', 'start done']);
});

test('a disk is attached, and detached again', async () => {
  const it = world();
  expect(await outcome(attach)).toEqual(['attach done']);
  const disks = async () => (await getMachine(it.arm, source))?.disks.map(({ lun }) => lun);
  expect(await disks()).toContain(9);
  const { machineId: machine, diskId: disk } = attach;
  expect(await outcome({ kind: 'detach', at: 2, machineId: machine, diskId: disk })).toEqual([
    'detach done',
  ]);
  expect(await disks()).not.toContain(9);
});

test('the original of a disk is detached first, or stays and is named', async () => {
  const it = world();
  const before = (await getMachine(it.arm, source))?.disks.find(({ lun }) => lun !== -1);
  const original = resourceId(before?.managedDiskId ?? '');
  const replacing = {
    ...attach,
    lun: before?.lun ?? 0,
    original: { diskId: original, isDetached: true },
  };
  expect(await outcome(replacing)).toEqual(['detach done', 'attach done']);
  const after = (await getMachine(it.arm, source))?.disks.find(({ lun }) => lun === before?.lun);
  expect(after?.managedDiskId).toBe(attach.diskId);
  const { changed, untouched, lost } = diskActionOf(replacing).plan;
  expect([changed.length, lost.length]).toEqual([2, 1]);
  const beside = diskActionOf({ ...attach, original: { diskId: original, isDetached: false } });
  expect(beside.steps.map(({ id }) => id)).toEqual(['attach']);
  expect(beside.plan.untouched.length).toBe(untouched.length + 1);
  expect(beside.plan.untouched.at(-1)).toContain('Both disks have the same identifiers');
});

test('a disk that another VM has got meanwhile is refused', async () => {
  const it = await withNic(world());
  await it.send('PUT', `${machineId('other')}?${COMPUTE}`, machineOfDisks());
  it.clock.add(300);
  expect(await outcome(attach)).toEqual(['attach refused ConflictingUserInput']);
});

const detach: DiskOrder = { kind: 'detach', at: 1, machineId: source, diskId: diskId('new-data') };

test.each([
  ['VM', source, attach],
  ['VM', source, detach],
  ['VM', source, SWAP],
  ['disk', diskId('new-data'), attach],
  ['disk', diskId('new-os'), BUILD],
] as const)('a %s that was deleted meanwhile is refused: %s', async (_, id, order) => {
  const it = world();
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id }]);
  const states = await outcome(order);
  expect(states.find((state) => state.includes('refused'))).toMatch(/ refused \w*NotFound$/);
  expect(states.join()).not.toContain('unknown');
  // Another try finds the same, and is no dead end.
  expect((await outcome(order, true)).find((state) => state.includes('refused'))).toBeDefined();
});

test.each([
  ['answer-lost', 'virtualMachines.put', BUILD, ['nic done', 'machine done']],
  ['accepted-but-500', 'networkInterfaces.put', BUILD, ['nic done', 'machine done']],
  ['answer-lost', 'virtualMachines.deallocate', SWAP, ['stop done', 'swap done', 'start done']],
  ['answer-lost', 'virtualMachines.attachDetachDataDisks', attach, ['attach done']],
] as const)(
  '%s of %s is found, and nothing is sent twice',
  async (kind, operation, order, states) => {
    const it = world([fault('f', { operation }, 1, { kind })]);
    expect(await outcome(order)).toEqual(states);
    expect(writes(it)).toHaveLength(new Set(writes(it)).size);
  },
);

test('a request that never reached Azure stays unknown, and is not sent again by itself', async () => {
  const it = world([
    fault('f', { operation: 'virtualMachines.attachDetachDataDisks' }, 1, { kind: 'drop' }),
  ]);
  expect((await outcome(attach))[0]).toMatch(/^attach unknown/);
  expect((await outcome(attach, true))[0]).toMatch(/^attach unknown/);
  expect(writes(it)).toHaveLength(1);
});

test('a disk of another zone is refused by Azure too', async () => {
  world([], { looseDisks: [restored('new-data', 0, { zone: '2' })] });
  expect(await outcome(attach)).toEqual(['attach refused BadRequest']);
});
