import { beforeEach, expect, test } from 'vitest';
import { machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import { newOrder, type StepValues } from '#src/datasources/azure-vm/next-steps/new-order.ts';
import { takeSecret } from '#src/datasources/azure-vm/next-steps/secrets.ts';
import { vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { resourceId } from '#src/model/resource-id.ts';

beforeEach(resetPageState);

const nic = resourceId('/nic');
const policy = { id: resourceId('/policy'), name: 'Daily', description: 'Daily, 30 Days' };
const choices = (osType: 'Windows' | 'Linux' | null = 'Linux') => ({
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
  const made = newOrder(kind, { ...nothing, ...values }, choices(), secret);
  expect(made.ok ? made.value : made.reason.field).toBe(field);
});

test('of a VM whose system isn’t reported no reset is planned', () => {
  const made = newOrder('reset', { ...nothing, user: 'me' }, choices(null), 'x');
  expect(made.ok ? null : made.reason.text).toContain('doesn’t report the operating system');
});

test.each([
  ['protect', { policy: '/policy' }, { policyId: '/policy', policyName: 'Daily', vaultId }],
  ['address', { nic, address: ' 10.0.0.4 ' }, { nicId: nic, address: '10.0.0.4' }],
  ['license', {}, { license: 'Windows_Server' }],
  ['sql', { license: 'AHUB' }, { license: 'AHUB', region: 'westeurope' }],
  ['sql', {}, { license: 'PAYG' }],
] as const)('%s with %j is planned', (kind, values, expected) => {
  const made = newOrder(kind, { ...nothing, ...values }, choices(), '');
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
      choices(osType),
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
  const made = newOrder('reset', { ...nothing, user: 'me' }, choices(), 'S3cret!');
  if (!made.ok || made.value.kind !== 'reset') throw new Error('No order');
  resetPageState();
  expect(takeSecret(made.value.runTag)).toBeNull();
});
