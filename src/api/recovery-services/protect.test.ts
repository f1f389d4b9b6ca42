import { QueryClient } from '@tanstack/react-query';
import { describe, expect, onTestFinished, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import {
  itemOfMachine,
  listPolicies,
  protectionOf,
  protectMachine,
  vaultsInReachQuery,
} from '#src/api/recovery-services/protect.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { getProtectedItem, protectedItemId } from '#src/api/recovery-services/items.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { app01, machineId, writesAzure } from '#src/mocks/testing-writes.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Machines that the client lets a vault protect, against the simulated Azure. */

const vaultId = resourceId(prodVault);
const known = resourceId(app01.id);
/** A machine that came into the world after its start. */
const fresh = machineId('app99');
const policyOf = (name: string, vault = prodVault) => resourceId(`${vault}/backupPolicies/${name}`);

/** A world in which no vault protects app01; waits of the client let its time go by. */
async function world(change: Partial<Seed> = {}, faults: readonly Fault[] = []) {
  const it = writesAzure(
    {
      instances: defaultWorld.instances.filter((one) => one.machineId !== app01.id),
      ...change,
    },
    faults,
  );
  installClock({
    now: it.clock.now,
    realDelayMs: (ms) => {
      it.clock.add(ms / 1000);
      return 0;
    },
    onJump: () => () => undefined,
  });
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
  return { ...it, ...testArm(it.azure.fetch) };
}

const started = (sent: readonly { readonly method: string; readonly url: string }[]) =>
  sent
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${/\/([^/?]+)\?/.exec(url)?.[1] ?? ''}`);

interface Refusal {
  readonly status: number;
  readonly code: string;
}

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

  test.each<[string, Partial<Seed>, string, Refusal]>([
    [
      'by a policy of databases',
      {},
      'HourlyLogBackup',
      { status: 400, code: 'BMSUserErrorInvalidPolicyType' },
    ],
    [
      'by a policy that is not there',
      {},
      'Gone',
      { status: 404, code: 'BMSUserErrorPolicyNotFound' },
    ],
    [
      'that was deleted meanwhile',
      withMachine({ exists: false }),
      'DefaultPolicy',
      { status: 400, code: 'BMSUserErrorInvalidConfigureProtectionRequest' },
    ],
    [
      'in another region',
      withMachine({ location: 'northeurope' }),
      'DefaultPolicy',
      { status: 400, code: 'BMSUserErrorInvalidConfigureProtectionRequest' },
    ],
    [
      'without a right on the vault',
      readOnly({ isReadOnly: true }),
      'DefaultPolicy',
      { status: 403, code: 'AuthorizationFailed' },
    ],
    [
      'without a right on the machine',
      readOnlyGroup,
      'DefaultPolicy',
      { status: 403, code: 'LinkedAuthorizationFailed' },
    ],
    [
      'that another vault protects',
      elsewhere,
      'DefaultPolicy',
      { status: 400, code: 'UserErrorVmRegisteredWithAnotherVault' },
    ],
  ])('%s', async (_, change, policy, facts) => {
    const it = await world(change);
    const wanted = { vaultId, machineId: known, policyId: policyOf(policy) };
    await expect(protectMachine(it.arm, wanted)).rejects.toMatchObject({ facts });
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
    const error: unknown = await protect(it).catch((caught: unknown) => caught);
    expect(armFacts(error)?.kind).toBe('lost');
    it.clock.add(60);
    expect((await protectionOf(it.arm, known))?.policyName).toBe('DefaultPolicy');
  });
});
