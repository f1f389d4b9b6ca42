import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { writeOnce } from '#src/api/arm/outcome.ts';
import { deleteDisk, findDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  deleteMachine,
  patchMachine,
  readMachineModel,
  startMachine,
  swapOsDisk,
  writeMachine,
} from '#src/api/compute/machine-writes.ts';
import {
  getMachine,
  listMachineNamesOfGroup,
  listSourceMachines,
  putExtension,
  readExtension,
} from '#src/api/compute/machines.ts';
import {
  deleteInterface,
  getNetworkInterface,
  readInterface,
  writeInterface,
} from '#src/api/network.ts';
import {
  azureClient,
  type AzureClient,
  breaks,
  clientOf,
  ended,
  intoMachine,
  sendRestore,
  targetGroup,
} from '#src/api/queries/testing.ts';
import { type Fault, fault, type FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleRestore } from '#src/mocks/testing-example.ts';
import {
  app01,
  diskId,
  machineId,
  nicId,
  subnetId,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Machines that are written by the client, against the simulated Azure. */
const world = (faults: readonly Fault[] = []) => clientOf(writesAzure({}, faults));

const source = resourceId(app01.id);
const built = machineId('built01');
const wanted = machineFromDisks({
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: diskId('new-os'),
  dataDisks: [{ diskId: diskId('new-data'), lun: 0 }],
  nicIds: [nicId('new-nic')],
});

async function build(it: AzureClient): Promise<AzureClient> {
  const nic = nicBody({ region: 'westeurope', subnetId: subnetId('default'), address: null });
  expect(await ended(it, await writeInterface(it.arm, nicId('new-nic'), nic, {}))).toBe(
    'succeeded',
  );
  const started = await writeMachine(it.arm, built, wanted, { isOnlyNew: true });
  expect(await ended(it, started)).toBe('succeeded');
  return it;
}

describe('a machine of restored disks', () => {
  test('is built, and every read knows it', async () => {
    const it = await build(world());
    expect(await getMachine(it.arm, built)).toMatchObject({
      name: 'built01',
      zone: '1',
      size: 'Standard_D2s_v5',
      osType: 'Linux',
      nicIds: [nicId('new-nic')],
      isRunning: true,
      disks: [
        { name: 'new-os', lun: -1, sizeGiB: 30, sku: 'Premium_LRS' },
        { name: 'new-data', lun: 0, sizeGiB: 64 },
      ],
    });
    const group = resourceId(app01.id.split('/providers')[0] ?? '');
    expect(await listMachineNamesOfGroup(it.arm, group)).toContain('built01');
    const disks = await listDisksOfGroup(it.arm, group);
    const isAttached = (name: string) =>
      disks.filter((disk) => disk.name === name).map((disk) => disk.machineId !== null);
    expect(['new-os', 'new-data', 'more-data'].map(isAttached)).toEqual([[true], [true], [false]]);
    expect((await findDisk(it.arm, diskId('new-os')))?.machineId).toBe(built);
    expect((await getNetworkInterface(it.arm, nicId('new-nic'))).subnetIds).toEqual([
      subnetId('default'),
    ]);
  });

  test('is removed, and its disks and NIC stay', async () => {
    const it = await build(world());
    expect(await ended(it, await deleteMachine(it.arm, built))).toBe('succeeded');
    expect(await getMachine(it.arm, built)).toBeNull();
    expect((await findDisk(it.arm, diskId('new-os')))?.machineId).toBeNull();
    expect(await deleteMachine(it.arm, built)).toEqual({ kind: 'done' });
    const again = await writeMachine(it.arm, built, wanted, { isOnlyNew: true });
    expect(await ended(it, again)).toBe('succeeded');
  });
});

describe('data disks', () => {
  test('are attached and detached, and nothing else of the machine changes', async () => {
    const it = world();
    const before = await readMachineModel(it.arm, source);
    const attach = [{ diskId: diskId('more-data'), lun: 5, caching: 'ReadOnly' }] as const;
    const detach = [diskId('app01_DataDisk_0')];
    expect(await ended(it, await attachDetachDisks(it.arm, source, { attach, detach }))).toBe(
      'succeeded',
    );
    const after = await readMachineModel(it.arm, source);
    const luns = after?.properties.storageProfile?.dataDisks?.map(({ lun, name }) => [lun, name]);
    expect(luns).toEqual([
      [1, 'app01_DataDisk_1'],
      [5, 'more-data'],
    ]);
    expect(after?.properties.storageProfile?.osDisk).toEqual(
      before?.properties.storageProfile?.osDisk,
    );
    expect((await findDisk(it.arm, detach[0] ?? source))?.machineId).toBeNull();
    expect((await findDisk(it.arm, diskId('more-data')))?.machineId).toBe(source);
  });

  test('that are detached can be removed; those that are attached cannot', async () => {
    const it = world();
    const id = diskId('app01_DataDisk_0');
    const error: unknown = await deleteDisk(it.arm, id).catch((caught: unknown) => caught);
    expect(armFacts(error)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
    await ended(it, await attachDetachDisks(it.arm, source, { attach: [], detach: [id] }));
    expect(await ended(it, await deleteDisk(it.arm, id))).toBe('succeeded');
    expect(await findDisk(it.arm, id)).toBeNull();
    expect(await deleteDisk(it.arm, id)).toEqual({ kind: 'done' });
  });

  test('that are just being detached are not attached elsewhere', async () => {
    const it = await build(world());
    const moved = diskId('app01_DataDisk_0');
    await attachDetachDisks(it.arm, source, { attach: [], detach: [moved] });
    const attach = [{ diskId: moved, lun: 7 }];
    const error: unknown = await attachDetachDisks(it.arm, built, { attach, detach: [] }).catch(
      (caught: unknown) => caught,
    );
    expect(armFacts(error)).toMatchObject({ status: 409, code: 'AttachDiskWhileBeingDetached' });
    it.clock.add(60);
    expect(await ended(it, await attachDetachDisks(it.arm, built, { attach, detach: [] }))).toBe(
      'succeeded',
    );
    expect((await findDisk(it.arm, moved))?.machineId).toBe(built);
  });
});

describe('an OS disk', () => {
  const disk = { diskId: diskId('new-os'), name: 'new-os' };

  test('is swapped while the machine is stopped, which is then started', async () => {
    const it = world();
    expect(await ended(it, await deallocateMachine(it.arm, source))).toBe('succeeded');
    expect((await getMachine(it.arm, source))?.isRunning).toBe(false);
    const read = await readMachineModel(it.arm, source);
    if (read === null) throw new Error('app01 is gone.');
    expect(await ended(it, await swapOsDisk(it.arm, source, read, disk))).toBe('succeeded');
    expect(await ended(it, await startMachine(it.arm, source))).toBe('succeeded');
    const after = await getMachine(it.arm, source);
    expect(after).toMatchObject({ isRunning: true });
    expect(after?.disks.map(({ name }) => name)).toEqual([
      'new-os',
      'app01_DataDisk_0',
      'app01_DataDisk_1',
    ]);
    expect(await findDisk(it.arm, diskId('app01_OsDisk'))).toMatchObject({
      machineId: null,
      osType: 'Linux',
    });
  });

  test('is not swapped while the machine runs, or was changed since it was read', async () => {
    const it = world();
    const read = await readMachineModel(it.arm, source);
    if (read === null) throw new Error('app01 is gone.');
    const codeOf = async () =>
      armFacts(await swapOsDisk(it.arm, source, read, disk).catch((error: unknown) => error))?.code;
    expect(await codeOf()).toBe('OperationNotAllowed');
    await ended(it, await patchMachine(it.arm, source, { tags: { changed: 'yes' } }));
    expect(await codeOf()).toBe('PreconditionFailed');
  });
});

test('tags, license and identity are changed, and are read back', async () => {
  const it = world();
  const patch = {
    tags: { owner: 'night' },
    identity: { type: 'SystemAssigned' },
    properties: { licenseType: 'Windows_Server' },
  } as const;
  const principalId: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(await ended(it, await patchMachine(it.arm, source, patch))).toBe('succeeded');
  expect(await readMachineModel(it.arm, source)).toMatchObject({
    tags: { owner: 'night' },
    identity: { type: 'SystemAssigned', principalId },
    properties: { licenseType: 'Windows_Server' },
  });
  expect((await getMachine(it.arm, source))?.hybridBenefit).toBe(true);
});

test('an extension is put on a machine, and its secret is never read back', async () => {
  const it = world();
  const extension = {
    machineId: source,
    name: 'VMAccessForLinux',
    region: 'westeurope',
    publisher: 'Microsoft.OSTCExtensions',
    type: 'VMAccessForLinux',
    version: '1.4',
    protectedSettings: { username: 'night', password: 'plum-secret' },
    runTag: '1',
  };
  const started = await putExtension(it.arm, extension);
  expect((await readExtension(it.arm, extension))?.properties?.provisioningState).toBe('Creating');
  expect(await ended(it, started)).toBe('succeeded');
  const read = await readExtension(it.arm, extension);
  expect(read?.properties).toMatchObject({
    publisher: 'Microsoft.OSTCExtensions',
    provisioningState: 'Succeeded',
  });
  expect(JSON.stringify(await it.azure.state())).not.toContain('plum-secret');
  expect((await getMachine(it.arm, source))?.extensions).toContain('VMAccessForLinux');
  expect(await readExtension(it.arm, { ...extension, name: 'Other' })).toBeNull();
});

describe('a write that goes wrong', () => {
  const on = (operation: string, effect: Fault['effect']) => [
    fault(operation, { operation }, 1, effect),
  ];
  const findBuilt = (it: AzureClient) => () => getMachine(it.arm, built);
  const putsOf = (it: AzureClient) =>
    it.sent.filter(({ method, url }) => method === 'PUT' && url.includes('built01'));

  test('by its answer alone is looked for, and was done', async () => {
    const it = world(on('virtualMachines.put', { kind: 'answer-lost' }));
    const nic = nicBody({ region: 'westeurope', subnetId: subnetId('default'), address: null });
    await ended(it, await writeInterface(it.arm, nicId('new-nic'), nic, {}));
    const start = () => writeMachine(it.arm, built, wanted, { isOnlyNew: true });
    expect(await writeOnce(start, findBuilt(it))).toMatchObject({
      kind: 'lost',
      seen: 'asWanted',
      found: { name: 'built01' },
    });
    expect(putsOf(it)).toHaveLength(1);
  });

  test('before it came is looked for, and was not done', async () => {
    const it = world(on('virtualMachines.put', { kind: 'drop' }));
    const start = () => writeMachine(it.arm, built, wanted, { isOnlyNew: true });
    expect(await writeOnce(start, findBuilt(it))).toMatchObject({
      kind: 'lost',
      seen: 'otherwise',
      error: { facts: { kind: 'lost' } },
    });
    expect(putsOf(it)).toHaveLength(1);
  });

  test('in Azure fails at its end, and the machine is marked as failed', async () => {
    const it = world(on('virtualMachines.patch', { kind: 'operation-fails' }));
    const started = await patchMachine(it.arm, source, { tags: { a: 'b' } });
    expect(await ended(it, started)).toBe('failed');
    expect((await readMachineModel(it.arm, source))?.properties.provisioningState).toBe('Failed');
  });

  test.each(['virtualMachines.deallocate', 'virtualMachines.start'])(
    '%s ends badly: the machine is as before',
    async (operation) => {
      const it = world(on(operation, { kind: 'operation-fails' }));
      const isStop = operation.endsWith('deallocate');
      if (!isStop) await ended(it, await deallocateMachine(it.arm, source));
      const started = await (isStop ? deallocateMachine : startMachine)(it.arm, source);
      expect(await ended(it, started)).toBe('failed');
      expect((await getMachine(it.arm, source))?.isRunning).toBe(isStop);
    },
  );

  test('disks.delete ends badly: the disk is still there', async () => {
    const it = world(on('disks.delete', { kind: 'operation-fails' }));
    expect(await ended(it, await deleteDisk(it.arm, diskId('more-data')))).toBe('failed');
    expect(await findDisk(it.arm, diskId('more-data'))).not.toBeNull();
  });
});

/** Machines that are built from what restores made. */
const exampleSource = resourceId(exampleRestore.properties.sourceResourceId);
const made = intoMachine('targetVM');
const target = resourceId(made.targetVirtualMachineId);
const nic = resourceId(`${targetGroup}/providers/Microsoft.Network/networkInterfaces/targetVM-nic`);
const HOUR = 3600;

const inPlace = { recoveryType: 'OriginalLocation' };

async function restored(it: AzureClient, change: object, effect?: FaultEffect): Promise<void> {
  if (effect !== undefined) await breaks(it, 'restores.trigger', effect);
  expect((await sendRestore(it, change)).status).toBe(202);
  it.clock.add(HOUR);
}

/** Builds the machine of all loose disks in the group. */
async function buildOfLoose(it: AzureClient): Promise<void> {
  const region = 'westus';
  const disks = (await listDisksOfGroup(it.arm, targetGroup)).filter(
    (disk) => disk.machineId === null,
  );
  const osDisk = disks.find(({ osType }) => osType !== null);
  const dataDisks = disks
    .filter(({ osType }) => osType === null)
    .map(({ id }, lun) => ({ diskId: id, lun }));
  const card = nicBody({ region, subnetId: resourceId(made.subnetId), address: null });
  expect(await ended(it, await writeInterface(it.arm, nic, card, {}))).toBe('succeeded');
  const body = machineFromDisks({
    region,
    zone: null,
    size: 'Standard_A1_v2',
    osType: 'Windows',
    osDiskId: osDisk?.id ?? resourceId(''),
    dataDisks,
    nicIds: [nic],
    licenseType: 'Windows_Server',
  });
  const started = await writeMachine(it.arm, target, body, { isOnlyNew: true });
  expect(await ended(it, started)).toBe('succeeded');
}

test('the disks of a completed restore become a machine, also for another tab', async () => {
  const it = azureClient('document');
  await restored(it, { targetResourceGroupId: targetGroup });
  await buildOfLoose(it);
  for (const tab of [it, clientOf(testAzure('document', { store: it.store, clock: it.clock }))]) {
    expect(await getMachine(tab.arm, target)).toMatchObject({
      region: 'westus',
      osType: 'Windows',
      hybridBenefit: true,
      isRunning: true,
      disks: [{ lun: -1 }, { lun: 0 }],
    });
    expect(await listSourceMachines(tab.arm, [target])).toEqual([
      { id: target, size: 'Standard_A1_v2', zone: null, tags: {} },
    ]);
  }
});

test('the disks that a failed restore left become the machine that it should have made', async () => {
  const it = azureClient('document');
  await restored(it, made, { kind: 'job-fails', task: 1 });
  expect(await getMachine(it.arm, target)).toBeNull();
  await buildOfLoose(it);
  expect((await getMachine(it.arm, target))?.disks).toHaveLength(2);
});

test('while a restore makes a machine its name is taken', async () => {
  const it = azureClient('document');
  await restored(it, { targetResourceGroupId: targetGroup });
  expect((await sendRestore(it, made)).status).toBe(202);
  await expect(buildOfLoose(it)).rejects.toMatchObject({
    facts: { status: 409, code: 'ConflictingConcurrentWriteNotAllowed' },
  });
});

test('a machine whose disks a restore replaces keeps no disk that was attached before', async () => {
  const it = azureClient('document');
  await restored(it, { targetResourceGroupId: targetGroup });
  const disks = await listDisksOfGroup(it.arm, targetGroup);
  const extra = disks.find(({ osType }) => osType === null)?.id ?? resourceId('');
  const change = { attach: [{ diskId: extra, lun: 9 }], detach: [] };
  expect(await ended(it, await attachDetachDisks(it.arm, exampleSource, change))).toBe('succeeded');
  expect((await findDisk(it.arm, extra))?.machineId).toBe(exampleSource);
  await it.azure.append([
    { type: 'machine-powered', at: it.clock.now(), machineId: exampleSource, isStopped: true },
  ]);
  await restored(it, inPlace);
  expect((await findDisk(it.arm, extra))?.machineId).toBeNull();
  const after = await getMachine(it.arm, exampleSource);
  expect(after?.disks.map(({ managedDiskId }) => managedDiskId)).not.toContain(extra);
});

test('a machine that was removed can be built again of its own disks', async () => {
  const it = azureClient('document');
  await restored(it, { targetResourceGroupId: targetGroup });
  await buildOfLoose(it);
  expect(await ended(it, await deleteMachine(it.arm, target))).toBe('succeeded');
  await buildOfLoose(it);
  expect((await getMachine(it.arm, target))?.disks).toHaveLength(2);
});

test('a machine that is removed leaves its disks and its NIC', async () => {
  const it = azureClient('document');
  const before = await getMachine(it.arm, exampleSource);
  expect(await ended(it, await deleteMachine(it.arm, exampleSource))).toBe('succeeded');
  expect(await getMachine(it.arm, exampleSource)).toBeNull();
  for (const { managedDiskId } of before?.disks ?? []) {
    const disk = await findDisk(it.arm, managedDiskId ?? resourceId(''));
    expect(disk).toMatchObject({ machineId: null });
  }
  expect(before?.disks.length).toBeGreaterThan(0);
  const [ownNic = resourceId('')] = before?.nicIds ?? [];
  expect(await readInterface(it.arm, ownNic)).not.toBeNull();
  expect(await ended(it, await deleteInterface(it.arm, ownNic))).toBe('succeeded');
  expect(await readInterface(it.arm, ownNic)).toBeNull();
});
