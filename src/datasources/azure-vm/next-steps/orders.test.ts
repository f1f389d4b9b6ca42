import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { getMachine, machineQuery } from '#src/api/compute/machines.ts';
import { getNetworkInterface } from '#src/api/network.ts';
import { judgeMachine } from '#src/api/queries/step-checks.ts';
import { policiesQuery, vaultsInReachQuery } from '#src/api/recovery-services/protect.ts';
import { machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import {
  type ChoicesRead,
  newOrder,
  type StepValues,
  useChoices,
} from '#src/datasources/azure-vm/next-steps/OrderForm.tsx';
import {
  holdSecret,
  stepActionOf,
  takeSecret,
} from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  itemMadeAfter,
  keepStepOrder,
  ORDER_STEPS,
  removeStepOrder,
  type StepOrder,
  type StepOrderKind,
  stepOrderOf,
  stepOrdersOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { ground, machineId, vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { vaultWith } from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { fault, type Fault } from '#src/mocks/faults/fault.ts';
import { app01, nicId, writesAzure, writesWorld } from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Vault } from '#src/model/vaults.ts';

beforeEach(resetPageState);

const nic = resourceId('/nic');
const policy = { id: resourceId('/policy'), name: 'Daily', description: 'Daily, 30 Days' };
const choicesWith = (osType: 'Windows' | 'Linux' | null = 'Linux') => ({
  machine: machineWith({ osType, nicIds: [nic] }),
  vaultId,
  policies: [policy],
  address: null,
  policyName: null,
});
const nothing: StepValues = {
  policy: null,
  nic: null,
  address: null,
  license: null,
  user: null,
  secret: null,
};

test.each([
  ['protect', {}, '', 'policy'],
  ['protect', { policy: '/gone' }, '', 'policy'],
  ['address', { address: '10.0.0.4' }, '', 'nic'],
  ['address', { nic }, '', 'address'],
  ['address', { nic, address: '10.0.0' }, '', 'address'],
  ['reset', { user: ' ' }, 'x', 'user'],
  ['reset', { user: 'me' }, '', null],
] as const)('%s with %j leaves something out', (kind, values, secret, field) => {
  const made = newOrder(kind, { ...nothing, ...values }, choicesWith(), secret);
  expect(made.ok ? made.value : made.reason.field).toBe(field);
});

test('of a VM whose system isn’t reported no reset is planned', () => {
  const made = newOrder('reset', { ...nothing, user: 'me' }, choicesWith(null), 'x');
  expect(made.ok ? null : made.reason.text).toContain('doesn’t report the operating system');
});

test.each([
  ['protect', { policy: '/policy' }, { policyId: '/policy', policyName: 'Daily', vaultId }],
  ['address', { nic, address: ' 10.0.0.4 ' }, { nicId: nic, address: '10.0.0.4' }],
  ['license', {}, { license: 'Windows_Server' }],
  ['sql', { license: 'AHUB' }, { license: 'AHUB', region: 'westeurope' }],
  ['sql', {}, { license: 'PAYG' }],
] as const)('%s with %j is planned', (kind, values, expected) => {
  const made = newOrder(kind, { ...nothing, ...values }, choicesWith(), '');
  expect(made).toMatchObject({ ok: true, value: { kind, ...expected } });
});

test.each([
  ['Linux', 'ssh_key', 'ssh_key'],
  ['Linux', 'password', 'password'],
  // Windows has passwords alone.
  ['Windows', 'ssh_key', 'password'],
] as const)(
  'what is typed for %s as %s is given out once, and is in no order',
  (osType, chosen, secret) => {
    const made = newOrder(
      'reset',
      { ...nothing, user: 'me', secret: chosen },
      choicesWith(osType),
      'S3cret!',
    );
    if (!made.ok || made.value.kind !== 'reset') throw new Error('No order');
    expect(made.value.secret).toBe(secret);
    expect(JSON.stringify(made.value)).not.toContain('S3cret!');
    expect(takeSecret('another')).toBeNull();
    expect(takeSecret(made.value.runTag)).toBe('S3cret!');
    expect(takeSecret(made.value.runTag)).toBeNull();
  },
);

test('a reload forgets what was typed', () => {
  const made = newOrder('reset', { ...nothing, user: 'me' }, choicesWith(), 'S3cret!');
  if (!made.ok || made.value.kind !== 'reset') throw new Error('No order');
  resetPageState();
  expect(takeSecret(made.value.runTag)).toBeNull();
});

const machine = machineWith({ id: machineId });
const vault = vaultWith({ id: vaultId, region: 'westeurope' });

/** What the form of a step gets once the form of `Set up backup` has read all that it asks for. */
function afterProtect(kind: StepOrderKind, vaults: readonly Vault[]): ChoicesRead {
  const client = new QueryClient();
  client.setQueryData(machineQuery(machineId).queryKey, machine);
  client.setQueryData(vaultsInReachQuery(machineId, machine.region).queryKey, [...vaults]);
  client.setQueryData(policiesQuery(vaultId).queryKey, [policy]);
  const found: ChoicesRead[] = [];
  const Form = () => {
    found.push(useChoices(kind, ground, null));
    return null;
  };
  renderToString(createElement(QueryClientProvider, { client }, createElement(Form)));
  const [read] = found;
  if (read === undefined) throw new Error('Not drawn.');
  return read;
}

/** Every form of a VM but that one. */
const others = [...new Set(Object.values(ORDER_STEPS))].filter(
  (kind) => kind !== 'protect' && kind !== 'revoke',
);

test('four other forms', () => expect(others).toHaveLength(4));

test.each(others)('the form %s has nothing of the form that sets up backup', (kind) => {
  for (const vaults of [[vault], []]) {
    const { choices, ...read } = afterProtect(kind, vaults);
    expect(read).toMatchObject({ vaults: [], vaultId: null, reason: null, failed: null });
    expect(choices).toMatchObject({ machine: { id: machineId }, policies: [] });
  }
});

test('the form that sets up backup has its vaults, or says that there are none', () => {
  const read = afterProtect('protect', [vault]);
  expect(read).toMatchObject({ vaults: [vault], vaultId, reason: null });
  expect(read.choices?.policies).toEqual([policy]);
  expect(afterProtect('protect', []).reason).toContain('West Europe');
});

/** The actions of next steps against the simulated Azure. */

const storage = freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const world = (faults: readonly Fault[] = [], change: Partial<Seed> = {}) =>
  signedIn(writesAzure(change, faults));

const vmId = resourceId(app01.id);
const license: StepOrder = { kind: 'license', at: 1, machineId: vmId, license: 'Windows_Server' };
const reset = {
  kind: 'reset',
  at: 1,
  machineId: vmId,
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
  expect((await getMachine(it.arm, vmId))?.hybridBenefit).toBe(true);
  expect(await outcome({ ...license, at: 2 })).toBe('wasSo');
});

test('a NIC gets its address for good, and keeps all else', async () => {
  const it = world();
  const [nicOfVm = nicId('none')] = (await getMachine(it.arm, vmId))?.nicIds ?? [];
  const before = await getNetworkInterface(it.arm, nicOfVm);
  const order: StepOrder = {
    kind: 'address',
    at: 1,
    machineId: vmId,
    nicId: nicOfVm,
    address: '10.20.0.77',
  };
  expect(await outcome(order)).toBe('done');
  const after = await getNetworkInterface(it.arm, nicOfVm);
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
    machineId: vmId,
    nicId: nicId('gone'),
    address: '10.20.0.77',
  } as const;
  expect(await outcome(order)).toMatch(/^refused/);
});

test('a VM that was deleted meanwhile is refused', async () => {
  const it = world();
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id: vmId }]);
  expect(await outcome(license)).toMatch(/^refused \w*NotFound/);
});

/** A world in which no vault backs app01 up. */
const unprotected = {
  instances: defaultWorld.instances.filter((one) => one.machineId !== app01.id),
};
const protect = {
  kind: 'protect',
  at: 1,
  machineId: vmId,
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
  const order = {
    kind: 'sql',
    at: 1,
    machineId: vmId,
    region: app01.location,
    license: 'PAYG',
  } as const;
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
  machineId: vmId,
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

  const app = await getMachine(reader.arm, vmId);
  if (app === null) throw new Error('app01 is gone');
  const judge = async (item?: typeof itemId) =>
    judgeMachine(reader, { kind: 'protection', machineId: vmId, itemId: item }, app);
  expect(await judge()).toEqual({ outcome: 'open', seen: [] });
  expect(await judge(itemId)).toEqual({ outcome: 'done', seen: ['EnhancedDaily', 'IRPending'] });
  expect(await judge(resourceId(`${prodVault}/none`))).toMatchObject({ outcome: 'open' });
});

test('what was carried out stays known when it is planned anew, and what was given up doesn’t', async () => {
  laggingWorld();
  const wanted: StepOrder = { kind: 'license', at: 1, machineId: vmId, license: 'RHEL_BYOS' };
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
