import { policiesQuery, vaultsInReachQuery } from '#src/api/recovery-services/protect.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import {
  type ChoicesRead,
  newOrder,
  type StepValues,
  useChoices,
} from '#src/datasources/azure-vm/next-steps/OrderForm.tsx';
import { takeSecret } from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  ORDER_STEPS,
  type StepOrderKind,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { ground, machineId, vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { resetPageState } from '#src/lib/page-state.ts';
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
const vault: Vault = {
  id: vaultId,
  name: 'vault-a',
  subscriptionId: 'sub-a',
  resourceGroup: 'rg-vault',
  region: 'westeurope',
  redundancy: null,
  crossRegionRestore: null,
  crossSubscriptionRestore: null,
  movedFrom: null,
  identities: [],
  userIdentityIds: [],
  systemPrincipalId: null,
  userPrincipalIds: {},
};

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
