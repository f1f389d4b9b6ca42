import { judgeMachine } from '#src/api/queries/step-checks.ts';
import { afterEach, expect, test } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getNetworkInterface } from '#src/api/network/interfaces.ts';
import { holdSecret, stepActionOf } from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  itemMadeAfter,
  keepStepOrder,
  removeStepOrder,
  type StepOrder,
  stepOrderOf,
  stepOrdersOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { fault, type Fault } from '#src/mocks/faults/fault.ts';
import { app01, nicId, writesAzure, writesWorld } from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The actions of next steps against the simulated Azure. */

const storage = freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const world = (faults: readonly Fault[] = [], change: Partial<Seed> = {}) =>
  signedIn(writesAzure(change, faults));

const machineId = resourceId(app01.id);
const license: StepOrder = { kind: 'license', at: 1, machineId, license: 'Windows_Server' };
const reset = {
  kind: 'reset',
  at: 1,
  machineId,
  region: app01.location,
  osType: 'Linux',
  userName: 'azureuser',
  secret: 'password',
  runTag: 'tag-1',
} as const satisfies StepOrder;

const SECRET = 'Tr0ub4dor&3';

async function outcome(order: StepOrder, onDone: () => void = () => undefined): Promise<string> {
  const action = stepActionOf(order, onDone);
  if (recordOf(action.id) === null) confirmAction(action);
  await carryOut(action);
  return (recordOf(action.id)?.steps ?? [])
    .map(({ state, wasSo, code }) =>
      [wasSo === true ? 'wasSo' : state, code ?? ''].join(' ').trim(),
    )
    .join();
}

test('the license type is set, and once it is there nothing is sent', async () => {
  const it = world();
  let done = 0;
  const onDone = () => void (done += 1);
  expect(await outcome(license, onDone)).toBe('done');
  expect(done).toBeGreaterThan(0);
  expect((await getMachine(it.arm, machineId))?.hybridBenefit).toBe(true);
  expect(await outcome({ ...license, at: 2 })).toBe('wasSo');
});

test('a NIC gets its address for good, and keeps all else', async () => {
  const it = world();
  const [nic = nicId('none')] = (await getMachine(it.arm, machineId))?.nicIds ?? [];
  const before = await getNetworkInterface(it.arm, nic);
  const order: StepOrder = { kind: 'address', at: 1, machineId, nicId: nic, address: '10.20.0.77' };
  expect(await outcome(order)).toBe('done');
  const after = await getNetworkInterface(it.arm, nic);
  expect(after.addresses).toEqual([{ address: '10.20.0.77', isStatic: true }]);
  expect({ ...after, addresses: [], hasStaticAddress: false }).toEqual({
    ...before,
    addresses: [],
  });
});

test('a NIC that is gone is refused, and nothing was sent', async () => {
  world();
  const order = {
    kind: 'address',
    at: 1,
    machineId,
    nicId: nicId('gone'),
    address: '10.20.0.77',
  } as const;
  expect(await outcome(order)).toMatch(/^refused/);
});

test('a VM that was deleted meanwhile is refused', async () => {
  const it = world();
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id: machineId }]);
  expect(await outcome(license)).toMatch(/^refused \w*NotFound/);
});

/** A world in which no vault backs app01 up. */
const unprotected = {
  instances: defaultWorld.instances.filter((one) => one.machineId !== app01.id),
};
const protect = {
  kind: 'protect',
  at: 1,
  machineId,
  vaultId: resourceId(prodVault),
  policyId: resourceId(`${prodVault}/backupPolicies/EnhancedDaily`),
  policyName: 'EnhancedDaily',
} as const satisfies StepOrder;

test('a VM is backed up with a policy, and read back from its vault', async () => {
  world([], unprotected);
  expect(await outcome(protect)).toBe('done');
  world();
  expect(await outcome({ ...protect, at: 2 })).toBe('wasSo');
});

test('a policy that its vault doesn’t have is refused', async () => {
  world([], unprotected);
  const policyId = resourceId(`${prodVault}/backupPolicies/none`);
  expect(await outcome({ ...protect, policyId })).toMatch(/^refused \w/);
});

test('a VM is registered with SQL', async () => {
  world();
  const order = { kind: 'sql', at: 1, machineId, region: app01.location, license: 'PAYG' } as const;
  expect(await outcome(order)).toBe('done');
  expect(await outcome({ ...order, at: 2 })).toBe('wasSo');
});

test('a password is reset, and is in no record, no storage and no answer', async () => {
  const it = world();
  holdSecret(reset.runTag, SECRET);
  expect(await outcome(reset)).toBe('done');
  const put = it.sent.filter(({ method }) => method === 'PUT');
  expect(put.map(({ body }) => body?.split(SECRET).length)).toEqual([2]);
  expect([...storage.entries].flat().join()).not.toContain(SECRET);
  // Sent once: another try has nothing to send.
  resetPageState();
  expect(await outcome(reset)).toBe('done');
});

test('after a reload what was typed is gone: nothing is sent, and it can be entered again', async () => {
  const it = world();
  holdSecret(reset.runTag, SECRET);
  resetPageState();
  expect(await outcome(reset)).toBe('refused');
  expect(it.sent.some(({ method }) => method === 'PUT')).toBe(false);
  holdSecret('tag-2', SECRET);
  expect(await outcome({ ...reset, at: 2, runTag: 'tag-2' })).toBe('done');
});

test('a lost answer is found by the tag of its run, and the password isn’t sent twice', async () => {
  const it = world([fault('f', { operation: 'extensions.put' }, 1, { kind: 'answer-lost' })]);
  holdSecret(reset.runTag, SECRET);
  expect(await outcome(reset)).toBe('done');
  expect(it.sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('Windows gets a password by the extension of its own', async () => {
  const it = world();
  holdSecret(reset.runTag, SECRET);
  await outcome({ ...reset, osType: 'Windows' });
  const put = it.sent.find(({ method }) => method === 'PUT');
  expect(put?.url).toContain('/extensions/VMAccessAgent?');
  expect(JSON.parse(put?.body ?? '{}')).toMatchObject({
    properties: {
      publisher: 'Microsoft.Compute',
      settings: { UserName: 'azureuser' },
      protectedSettings: { Password: SECRET },
    },
  });
});

/** Backup that was set up from a next step, while Resource Graph lags. */

/** A world in which no vault backs app01 up, and lists are an hour old. */
function laggingWorld() {
  const instances = writesWorld.instances.filter((one) => one.machineId !== app01.id);
  const seed = { ...writesWorld, instances };
  const it = signedIn(
    testAzure({ seed, faults: [], profile: 'documented', graphLagSeconds: 3600 }),
  );
  return { arm: it.arm, signal: new AbortController().signal };
}
const order = {
  kind: 'protect',
  at: 1,
  machineId,
  vaultId: resourceId(prodVault),
  policyId: resourceId(`${prodVault}/backupPolicies/EnhancedDaily`),
  policyName: 'EnhancedDaily',
} as const satisfies StepOrder;

test('its vault shows it once it is done, and lists alone don’t', async () => {
  const reader = laggingWorld();
  keepStepOrder('/job', 'backup-again.setup', order);
  const action = stepActionOf(order, () => undefined);
  confirmAction(action);
  expect(itemMadeAfter('/job')).toBeUndefined();
  await carryOut(action);
  const itemId = itemMadeAfter('/job');
  expect(itemId).toContain(prodVault);

  const machine = await getMachine(reader.arm, machineId);
  if (machine === null) throw new Error('app01 is gone');
  const judge = async (item?: typeof itemId) =>
    judgeMachine(reader, { kind: 'protection', machineId, itemId: item }, machine);
  expect(await judge()).toEqual({ outcome: 'open', seen: [] });
  expect(await judge(itemId)).toEqual({ outcome: 'done', seen: ['EnhancedDaily', 'IRPending'] });
  expect(await judge(resourceId(`${prodVault}/none`))).toMatchObject({ outcome: 'open' });
});

test('what was carried out stays known when it is planned anew, and what was given up doesn’t', async () => {
  laggingWorld();
  const wanted: StepOrder = { kind: 'license', at: 1, machineId, license: 'RHEL_BYOS' };
  keepStepOrder('/job', 'special.hub.after', wanted);
  removeStepOrder('/job', 'special.hub.after');
  expect(stepOrdersOf('/job')).toEqual([]);
  keepStepOrder('/job', 'special.hub.after', wanted);
  const action = stepActionOf(wanted, () => undefined);
  confirmAction(action);
  await carryOut(action);
  removeStepOrder('/job', 'special.hub.after');
  expect(stepOrderOf('/job', 'special.hub.after')).toBeNull();
  expect(stepOrdersOf('/job')).toEqual([wanted]);
});
