import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { undeleteDiskStep, undeleteItemStep } from '#src/actions/undelete.tsx';
import { startSession } from '#src/api/arm/pipeline.ts';
import { failureOf, testArm } from '#src/api/arm/testing.ts';
import { findDiskInstances } from '#src/api/data-protection/instances.ts';
import {
  deletedDisksQuery,
  diskInstancePages,
  diskInstanceQuery,
  diskPointsQuery,
  withDeletedHits,
} from '#src/api/queries/disk-instances.ts';
import { healthQuery } from '#src/api/queries/overview.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import {
  otherDisk,
  otherVm,
  refusalOf,
  refusalOfDisk,
  refusalOfVm,
} from '#src/api/queries/testing-refusals.ts';
import {
  findProtectedItems,
  getProtectedItem,
  instancePages,
  instanceQuery,
  protectedItemId,
} from '#src/api/recovery-services/items.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import {
  itemOfMachine,
  listPolicies,
  protectionOf,
  protectMachine,
  vaultsInReachQuery,
} from '#src/api/recovery-services/protect.ts';
import { clientOf, installWorldClock } from '#src/api/queries/testing.ts';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import {
  app01,
  deletedDisk,
  deletedVm,
  machineId,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { BY_NAME, EVERYTHING, type SoftDeletion } from '#src/model/instances.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Machines that the client lets a vault protect, against the simulated Azure. */
const vaultId = resourceId(prodVault);
const known = resourceId(app01.id);
/** A machine that came into the world after its start. */
const fresh = machineId('app99');
const policyOf = (name: string, vault = prodVault) => resourceId(`${vault}/backupPolicies/${name}`);

/** A world in which no vault protects app01; waits of the client let its time go by. */
async function world(change: Partial<Seed> = {}, faults: readonly Fault[] = []) {
  const instances = defaultWorld.instances.filter((one) => one.machineId !== app01.id);
  const it = clientOf(writesAzure({ instances, ...change }, faults));
  installWorldClock(it.clock);
  onTestFinished(() => installClock(machineClock));
  await it.azure.append([
    {
      type: 'resource-written',
      at: it.clock.now(),
      id: fresh,
      ms: 0,
      isNew: true,
      machine: { ...app01, id: fresh },
    },
  ]);
  return it;
}

const started = (sent: readonly { readonly method: string; readonly url: string }[]) =>
  sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${/\/([^/?]+)\?/.exec(url)?.[1] ?? ''}`);

test.each([
  [app01.id, 'westeurope', ['rsv-hr-weu', 'rsv-prod-weu', 'rsv-shop-weu']],
  [app01.id, 'northeurope', []],
  [hqVault, 'northeurope', ['rsv-hq-neu']],
] as const)('of the subscription of %s in %s the vaults are %j', async (id, region, names) => {
  const { arm } = await world();
  startSession(arm);
  const vaults = await new QueryClient().query(vaultsInReachQuery(resourceId(id), region));
  expect(vaults.map(({ name }) => name)).toEqual(names);
});

describe('the policies of a vault', () => {
  test('are those for virtual machines, with how often and how long', async () => {
    const { arm } = await world();
    expect(await listPolicies(arm, vaultId)).toEqual([
      { id: policyOf('DefaultPolicy'), name: 'DefaultPolicy', description: 'Daily, 30 Days, V1' },
      { id: policyOf('EnhancedPolicy'), name: 'EnhancedPolicy', description: 'Daily, 30 Days, V2' },
      { id: policyOf('EnhancedDaily'), name: 'EnhancedDaily', description: 'Daily, 30 Days, V2' },
    ]);
  });

  test('cannot be read by whoever has no right to', async () => {
    const vaults = defaultWorld.vaults.map((one) =>
      one.id === prodVault ? { ...one, isForbidden: true as const } : one,
    );
    const { arm } = await world({ vaults });
    await expect(listPolicies(arm, vaultId)).rejects.toMatchObject({
      facts: {
        status: 403,
        missingAction: 'Microsoft.RecoveryServices/vaults/backupPolicies/read',
      },
    });
  });
});

describe('a machine is protected', () => {
  test('at once where the vault has seen it, and every read knows it', async () => {
    const it = await world();
    expect(await protectionOf(it.arm, known)).toBeNull();
    const jobId = await protectMachine(it.arm, {
      vaultId,
      machineId: known,
      policyId: policyOf('EnhancedPolicy'),
    });
    const name = 'VM;iaasvmcontainerv2;rg-app-prod;app01';
    expect(started(it.sent)).toEqual(['POST resources', `PUT ${name}`]);
    const item = protectedItemId(vaultId, known);
    expect(await protectionOf(it.arm, known)).toEqual({
      itemId: item,
      vaultId,
      policyName: 'EnhancedPolicy',
      state: 'IRPending',
    });
    expect(await getProtectedItem(it.arm, item)).toMatchObject({
      friendlyName: 'app01',
      pointCount: 0,
    });
    const job = await getJob(it.arm, resourceId(`${vaultId}/backupJobs/${jobId ?? ''}`));
    expect(job).toMatchObject({
      operation: 'ConfigureBackup',
      status: 'completed',
      itemName: 'app01',
      tasks: [],
      properties: [
        { name: 'VM Name', value: 'app01' },
        { name: 'Policy Name', value: 'EnhancedPolicy' },
      ],
    });
  });

  test('after the vault has looked for it where it is new', async () => {
    const it = await world();
    const wanted = { vaultId, machineId: fresh, policyId: policyOf('DefaultPolicy') };
    await protectMachine(it.arm, wanted);
    expect(started(it.sent)).toEqual([
      'POST refreshContainers',
      'PUT VM;iaasvmcontainerv2;rg-app-prod;app99',
    ]);
    expect((await itemOfMachine(it.arm, fresh))?.vaultName).toBe('rsv-prod-weu');
  });

  test('by another policy where it is protected already', async () => {
    const it = await world({ instances: defaultWorld.instances });
    const before = await itemOfMachine(it.arm, known);
    const policyId = policyOf('DefaultPolicy');
    await protectMachine(it.arm, { vaultId, machineId: known, policyId });
    expect(await itemOfMachine(it.arm, known)).toEqual({ ...before, policyName: 'DefaultPolicy' });
  });
});

describe('a machine is not protected', () => {
  const withMachine = (change: object): Partial<Seed> => ({
    machines: defaultWorld.machines.map((one) =>
      one.id === app01.id ? { ...one, ...change } : one,
    ),
  });
  const readOnly = (change: object): Partial<Seed> => ({
    vaults: defaultWorld.vaults.map((one) => (one.id === prodVault ? { ...one, ...change } : one)),
  });
  const readOnlyGroup: Partial<Seed> = {
    groups: defaultWorld.groups.map((one) =>
      one.name === 'rg-app-prod' ? { ...one, isReadOnly: true } : one,
    ),
  };
  const elsewhere: Partial<Seed> = {
    instances: defaultWorld.instances.map((one) =>
      one.machineId === app01.id
        ? { ...one, vaultId: hqVault, id: one.id.replace(prodVault, hqVault) }
        : one,
    ),
  };

  test.each<[what: string, change: Partial<Seed>, refusal: string, policy?: string]>([
    ['by a policy of databases', {}, '400 BMSUserErrorInvalidPolicyType', 'HourlyLogBackup'],
    ['by a policy that is not there', {}, '404 BMSUserErrorPolicyNotFound', 'Gone'],
    [
      'that was deleted meanwhile',
      withMachine({ exists: false }),
      '400 BMSUserErrorInvalidConfigureProtectionRequest',
    ],
    [
      'in another region',
      withMachine({ location: 'northeurope' }),
      '400 BMSUserErrorInvalidConfigureProtectionRequest',
    ],
    ['without a right on the vault', readOnly({ isReadOnly: true }), '403 AuthorizationFailed'],
    ['without a right on the machine', readOnlyGroup, '403 LinkedAuthorizationFailed'],
    ['that another vault protects', elsewhere, '400 UserErrorVmRegisteredWithAnotherVault'],
  ])('%s', async (_, change, refusal, policy = 'DefaultPolicy') => {
    const it = await world(change);
    const wanted = { vaultId, machineId: known, policyId: policyOf(policy) };
    const [status, code] = refusal.split(' ');
    await expect(protectMachine(it.arm, wanted)).rejects.toMatchObject({
      facts: { status: Number(status), code },
    });
    const item = await itemOfMachine(it.arm, known);
    expect(item?.vaultId ?? null).toBe(change === elsewhere ? hqVault : null);
  });

  test('by a policy of another vault', async () => {
    const it = await world();
    const wanted = { vaultId, machineId: known, policyId: policyOf('DefaultPolicy', hqVault) };
    await expect(protectMachine(it.arm, wanted)).rejects.toMatchObject({
      facts: { status: 404, code: 'BMSUserErrorPolicyNotFound' },
    });
  });

  const meets = (effect: Fault['effect']) =>
    fault('f', { operation: 'protectedItems.protect' }, 1, effect);
  const protect = (it: Awaited<ReturnType<typeof world>>) =>
    protectMachine(it.arm, { vaultId, machineId: known, policyId: policyOf('DefaultPolicy') });

  test('by an operation that fails', async () => {
    const it = await world({}, [meets({ kind: 'operation-fails' })]);
    await expect(protect(it)).rejects.toMatchObject({ facts: { code: 'InternalExecutionError' } });
    expect(await protectionOf(it.arm, known)).toBeNull();
  });

  test('by a job that fails', async () => {
    const it = await world({}, [meets({ kind: 'job-fails', task: 0 })]);
    const jobId = (await protect(it)) ?? '';
    it.clock.add(600);
    const job = await getJob(it.arm, resourceId(`${vaultId}/backupJobs/${jobId}`));
    expect(job.status).toBe('failed');
    expect(await protectionOf(it.arm, known)).toBeNull();
  });

  test('as far as anybody knows when the answer is lost, though it is', async () => {
    const it = await world({}, [meets({ kind: 'answer-lost' })]);
    expect((await failureOf(protect(it)))?.kind).toBe('lost');
    it.clock.add(60);
    expect((await protectionOf(it.arm, known))?.policyName).toBe('DefaultPolicy');
  });
});

describe('a backup in each state', () => {
  /** What each read reports of a backup in each state, and what Azure makes of a restore. */
  let it: TestAzure;
  let client: QueryClient;
  beforeEach(() => {
    it = testAzure('default');
    startSession(testArm(it.azure.fetch).arm);
    client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } });
    installWorldClock(it.clock);
  });
  afterEach(() => installClock(machineClock));

  const DAY_MS = 86_400_000;
  const HELD = '12 days left';

  interface Instance {
    readonly id: ResourceId;
    readonly friendlyName: string;
    readonly protectionState: string;
    readonly deletion: SoftDeletion | null;
  }

  const stateOf = ({ deletion, protectionState }: Instance): string =>
    deletion === null
      ? protectionState
      : `${String(Math.floor(((deletion.purgeAt ?? 0) - now()) / DAY_MS))} days left`;

  const vm = resourceId(deletedVm);
  const disk = resourceId(deletedDisk);

  const readVm = (id: ResourceId) => client.query(instanceQuery(id));
  const readDisk = (id: ResourceId) => client.query(diskInstanceQuery(id));

  async function listedVm(id: ResourceId): Promise<Instance | undefined> {
    const { rows } = await client.query(pageQuery(instancePages(EVERYTHING, BY_NAME), 0));
    return rows.find((row) => sameId(row.id, id));
  }

  async function listedDisk(id: ResourceId): Promise<Instance | undefined> {
    const { rows } = await client.query(pageQuery(diskInstancePages(EVERY_DISK, DISKS_BY_NAME), 0));
    return rows.find((row) => sameId(row.id, id));
  }

  async function restoreVm(id: ResourceId): Promise<string | null> {
    const [point] = await client.query(recoveryPointsQuery(id));
    return refusalOfVm(testArm(it.azure.fetch).arm, await readVm(id), point?.id ?? id);
  }

  async function restoreDisk(id: ResourceId): Promise<string | null> {
    const [point] = await client.query(diskPointsQuery(id));
    return refusalOfDisk(testArm(it.azure.fetch).arm, await readDisk(id), point?.name ?? '');
  }

  async function foundBy(kind: 'vm' | 'disk', name: string): Promise<Instance | undefined> {
    const { arm } = testArm(it.azure.fetch);
    const words = [name.toLowerCase()];
    if (kind === 'vm') return (await findProtectedItems(arm, words, 5)).hits[0];
    const found = await findDiskInstances(arm, words, 5);
    const { disks } = await client.query(deletedDisksQuery());
    return withDeletedHits(found, disks, words, 5).hits[0];
  }

  const undelete = async (kind: 'vm' | 'disk') => {
    const step =
      kind === 'vm' ? undeleteItemStep(await readVm(vm)) : undeleteDiskStep(client, disk);
    expect(await step.look()).toBe('open');
    await step.run();
    it.clock.add(60);
    expect(await step.look()).toBe('done');
  };

  interface Row {
    readonly kind: 'vm' | 'disk';
    readonly state: 'protected' | 'soft-deleted' | 'undeleted';
    readonly says: string;
    readonly canRestore: boolean;
  }

  const ROWS: readonly Row[] = [
    { kind: 'vm', state: 'protected', says: 'Protected', canRestore: true },
    { kind: 'vm', state: 'soft-deleted', says: HELD, canRestore: false },
    { kind: 'vm', state: 'undeleted', says: 'ProtectionStopped', canRestore: true },
    { kind: 'disk', state: 'protected', says: 'ProtectionConfigured', canRestore: true },
    { kind: 'disk', state: 'soft-deleted', says: HELD, canRestore: false },
    { kind: 'disk', state: 'undeleted', says: 'ProtectionStopped', canRestore: true },
  ];

  /** Page, list, search, and a restore. */
  const READS = 4;

  test('the table has 24 cells', () => {
    expect(ROWS.length * READS).toBe(24);
  });

  test.each(ROWS)('a $kind that is $state', async ({ kind, state, says, canRestore }) => {
    if (state === 'undeleted') await undelete(kind);
    const protectedId = kind === 'vm' ? otherVm : otherDisk;
    const id = state === 'protected' ? protectedId : kind === 'vm' ? vm : disk;
    const [page, listed] =
      kind === 'vm'
        ? [await readVm(id), await listedVm(id)]
        : [await readDisk(id), await listedDisk(id)];
    expect(stateOf(page)).toBe(says);
    expect(listed && stateOf(listed)).toBe(says);
    const found = await foundBy(kind, page.friendlyName);
    expect(found && stateOf(found)).toBe(says);
    const refusal = await (kind === 'vm' ? restoreVm(id) : restoreDisk(id));
    expect(refusal === null).toBe(canRestore);
  });

  test('Overview counts it apart, and no longer once it is undeleted', async () => {
    const before = await client.query(healthQuery());
    expect(before.softDeleted).toBe(1);
    await undelete('vm');
    const after = await client.query(healthQuery());
    expect([after.softDeleted, after.passed]).toEqual([0, before.passed + 1]);
  });

  test('an undeletion leaves its job, its points, and an end to none of them', async () => {
    const points = await client.query(recoveryPointsQuery(vm));
    await undelete('vm');
    const { jobs } = await it.azure.state();
    expect(jobs.at(-1)).toMatchObject({ operation: 'Undelete', friendlyName: 'hr-stage-02' });
    expect(await client.query(recoveryPointsQuery(vm))).toEqual(points);
  });

  test('what isn’t deleted can’t be undeleted', async () => {
    const item = await readVm(otherVm);
    expect(await refusalOf(undeleteItemStep(item).run)).toBe('400');
    expect(await refusalOf(undeleteDiskStep(client, otherDisk).run)).toBe('404');
  });

  test('a point that is deleted softly is listed with its end', async () => {
    const { rows } = await client.query(pageQuery(instancePages(EVERYTHING, BY_NAME), 0));
    const id = rows.find(({ friendlyName }) => friendlyName === 'dc-hq-01')?.id ?? vm;
    const points = await client.query(recoveryPointsQuery(id));
    const ends = points
      .filter(({ isSoftDeleted }) => isSoftDeleted)
      .map(({ expiresAt }) => expiresAt !== null);
    expect(ends).toEqual([true]);
    expect(nameOf(id)).toContain('dc-hq-01');
  });
});
