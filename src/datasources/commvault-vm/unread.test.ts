import { describe, expect, test } from 'vitest';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { prod } from '#src/mocks/world/worlds/default-estate.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { sentOf } from '#src/datasources/commvault-vm/testing-request.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { commvaultView, type CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { unknownLine } from '#src/wizard/explain/unknown.ts';
import { known } from '#src/wizard/reads/read.ts';

/** What was not read is not checked, and what was chosen stays. */

const uncheckedIn = ({ settled }: CommvaultView): string[] =>
  settled.verdicts.flatMap(({ rule, state }) => (state === 'not checked' ? [rule.id] : []));

/** Reads that fail, and the rules that are then not checked. */
const failing: readonly (readonly [keyof CommvaultReads, readonly string[]])[] = [
  ['vm', ['platform.commvault.restore-disabled', 'platform.commvault.passkey']],
  ['backupDisks', ['platform.commvault.os-disk']],
  ['group', []],
  [
    'machine',
    ['commvault.disk-8tb', 'commvault.host-encryption', 'platform.commvault.ultra-disks'],
  ],
  ['regions', ['commvault.zones.kept', 'commvault.zones.dropped']],
  ['machineNames', ['platform.commvault.name.taken']],
  ['sizes', ['platform.commvault.size.available', 'platform.commvault.cores']],
  ['usages', ['platform.commvault.cores']],
];

describe('a read that fails', () => {
  test.each(failing)('%s leaves rules unchecked', async (name, rules) => {
    const { viewOf } = testWizard();
    const view = await viewOf(app01, { region: 'northeurope' });
    const unread = commvaultView(view.draft, { ...view.reads, [name]: { state: 'forbidden' } });
    const before = uncheckedIn(view);
    expect(rules.filter((id) => before.includes(id))).toEqual([]);
    expect(uncheckedIn(unread)).toEqual(expect.arrayContaining([...rules]));
    expect(unread.draft.choices).toEqual(view.draft.choices);
  });

  test('of which VM it is in Azure leaves open all that the VM would tell', async () => {
    const view = await testWizard().viewOf(app01, { region: 'northeurope' });
    const unread = { azureId: { state: 'failed' }, machine: { state: 'not asked' } } as const;
    const after = commvaultView(view.draft, { ...view.reads, ...unread });
    expect(uncheckedIn(after)).toEqual(
      expect.arrayContaining(['commvault.zones.kept', 'platform.commvault.network']),
    );
    // What it was backed up as, its hypervisor still tells.
    expect(after.facts.vm).toMatchObject({ deployment: 'arm', exists: undefined });
    expect(after.shown).toMatchObject({ vmName: null, subscription: null });
  });

  test('of disks leaves open whether a key vault encrypts the VM', async () => {
    const keys = `${prod('rg-app-prod')}/providers/Microsoft.Compute/virtualMachines/keys-lnx-01`;
    const view = await testWizard().viewOf(keys);
    const disks = view.reads.disks.map(() => ({ state: 'failed' }) as const);
    const unread = commvaultView(view.draft, { ...view.reads, disks });
    expect(uncheckedIn(unread)).toContain('commvault.kv.access');
    expect(view.facts.vm?.keyVaultEncrypted).toBe(true);
  });

  test('of one NIC leaves open whether the VM has a security group', async () => {
    const view = await testWizard().viewOf(app01);
    const unread = commvaultView(view.draft, { ...view.reads, interfaces: [{ state: 'failed' }] });
    expect(uncheckedIn(unread)).toContain('commvault.nsg.none');
  });
});

test.each([
  ['has expired', 'old-access-token'],
  ['is of another tenant', 'token-of-another-tenant'],
])(
  'a token that %s fails each read of the CommServe, and nothing is lost',
  async (_, accessToken) => {
    const { viewOf, connect } = testWizard();
    const before = await viewOf(app01, { rg: 'rg-web', powerOn: false });
    connect({ accessToken, refreshToken: 'none' });
    const after = await viewOf(app01, before.draft.choices);
    const ofCommServe = ['vm', 'points', 'backupDisks', 'hypervisors', 'accessNodes'] as const;
    expect(ofCommServe.map((name) => after.reads[name].state)).not.toContain('known');
    expect(known(after.reads.machine)?.name).toBe('app01');
    expect(after.draft.choices).toEqual(before.draft.choices);
    expect(uncheckedIn(after)).toContain('platform.commvault.passkey');
    expect(sentOf(after)).toBeNull();
  },
);

test('of a VM that is gone from Azure the facts are not reported, and not unread', async () => {
  const id = `${prod('rg-app-prod')}/providers/Microsoft.Compute/virtualMachines/edge-cache-09`;
  const view = await testWizard().viewOf(id);
  expect(uncheckedIn(view)).toContain('commvault.disk-8tb');
  expect(unknownLine('vm.diskSizesGiB', view)).toContain('response doesn’t include it');
  expect(view.facts.vm).toMatchObject({ exists: false, deployment: 'arm', isManaged: true });
});
