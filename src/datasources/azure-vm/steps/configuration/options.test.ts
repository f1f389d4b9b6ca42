import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  accountOptions,
  groupChoices,
  identityOptions,
  networkOptions,
  vmSubnetOptions,
  subscriptionOptions,
  typeOptions,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  AS_NEW_VM,
  type Different,
  EXAMPLE_CHOICES,
  exampleReads,
  exampleView,
  OTHER_SUB,
  PRINCIPAL,
  SUB,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type FieldOptions, listed } from '#src/ui/fields/option.tsx';
import { draftState } from '#src/wizard/draft/store.ts';
import { known, type Read, readHint } from '#src/wizard/reads/read.ts';

freshStorage();

const seen = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView(choices, exampleReads(different));

/** Each entry with the rule that greys it, if any does. */
const greyed = (options: FieldOptions) =>
  listed(options).map(({ option, blocked }) => [option.label, blocked?.explain().reasons[0]?.rule]);
const more = <Value>(read: Read<Value[]>, ...added: Value[]): Read<Value[]> => ({
  state: 'known',
  value: [...(known(read) ?? []), ...added],
});

test('a subscription is judged by its own tenant, whatever is chosen now', () => {
  const reads = exampleReads();
  const subscriptions = more(
    reads.subscriptions,
    { id: 'foreign', name: 'Fabrikam', tenantId: 'another' },
    { id: 'silent', name: 'Silent', tenantId: null },
  );
  for (const subscription of [null, SUB, OTHER_SUB, 'foreign', 'silent']) {
    expect(
      greyed(subscriptionOptions(exampleView({ subscription }, { ...reads, subscriptions }))),
    ).toEqual([
      ['Documents example', undefined],
      ['Another', undefined],
      ['Silent', undefined],
      ['Fabrikam', sayRule('csr.same-tenant')],
    ]);
  }
});

test('a subscription is judged by rights in it alone: those in another say nothing', () => {
  const reader = { actions: ['*/read'] };
  const reasons = (subscription: string | null) =>
    new Map(
      greyed(subscriptionOptions(seen({ subscription }, reader))).map(([label, reason]) => [
        label,
        reason,
      ]),
    );
  expect(reasons(SUB).get('Another')).toBeUndefined();
  expect(reasons(OTHER_SUB).get('Another')).toBe(sayRule('csr.rbac'));
  expect(reasons(OTHER_SUB).get('Documents example')).toBeUndefined();
});

test('the types are those of the group, disabled if a rule refuses them', () => {
  expect(greyed(typeOptions(seen()))).toEqual([
    ['Create new virtual machine', undefined],
    ['Restore disks', undefined],
  ]);
  expect(greyed(typeOptions(seen({}, { actions: ['*/read'] })))).toEqual([
    ['Restore disks', undefined],
    ['Create new virtual machine', sayRule('identity.rbac.create-vm')],
  ]);
  expect(greyed(typeOptions(seen({ group: 'replaceExisting', option: null })))).toEqual([
    ['Replace disk/s', undefined],
  ]);
  expect(greyed(groupChoices(seen({}, { machine: null })))).toEqual([
    ['Create new', undefined],
    ['Replace existing', sayRule('replace.source.exists')],
  ]);
});

describe('networks and accounts', () => {
  test('that cannot be used come last, with their reason', () => {
    const reads = exampleReads();
    const [network] = known(reads.networks) ?? [];
    const [account] = known(reads.accounts) ?? [];
    if (network === undefined || account === undefined) throw new Error('the example has both');
    const wide: Reads = {
      ...reads,
      networks: {
        state: 'known',
        value: [{ ...network, id: resourceId('far'), name: 'far', region: 'eastus' }, network],
      },
      accounts: {
        state: 'known',
        value: [
          { ...account, id: resourceId('zrs'), name: 'zrs', redundancy: 'ZRS' },
          { ...account, id: resourceId('silent'), redundancy: null },
          account,
        ],
      },
    };
    const view = exampleView(AS_NEW_VM, wide);
    expect(greyed(networkOptions(view))).toEqual([
      ['testNet', undefined],
      ['far', sayRule('create-vm.vnet.same-region')],
    ]);
    expect(greyed(accountOptions(view))).toEqual([
      ['testAccount', undefined],
      ['testAccount (LRS)', undefined],
      ['zrs (ZRS)', sayRule('staging.zrs')],
    ]);
  });

  test('have subnets, but for those given over to a service', () => {
    expect(greyed(vmSubnetOptions(seen(AS_NEW_VM)))).toEqual([
      ['default', undefined],
      ['second', undefined],
      ['gateway', wizard.configuration.delegated.rule],
    ]);
    expect(vmSubnetOptions(seen({ option: 'createVm' })).options).toEqual([]);
  });

  test('have subnets, but for those without a free address, and the first of the others is filled in', () => {
    const subnets = known(exampleReads().networks)?.[0]?.subnets.map((subnet) =>
      subnet.name === 'default' ? { ...subnet, usedAddresses: 251 } : subnet,
    );
    const reads = exampleReads({ network: { subnets } });
    expect(greyed(vmSubnetOptions(exampleView(AS_NEW_VM, reads)))).toEqual([
      ['second', undefined],
      ['gateway', wizard.configuration.delegated.rule],
      ['default', wizard.configuration.full.rule],
    ]);
    expect(exampleView({ ...AS_NEW_VM, subnet: null }, reads).shown.subnet).toBe('second');
    const { blocked } = vmSubnetOptions(exampleView(AS_NEW_VM, reads)).judge?.('default') ?? {};
    expect(blocked?.explain().instead?.label).toContain('second');
  });
});

test.each([
  ['without any', [], wizard.configuration.withoutSubnet.rule],
  ['with a full one', [{ usedAddresses: 251 }], wizard.configuration.withoutFreeSubnet.rule],
])('a network %s takes no VM, and says which does', (_, changes, rule) => {
  const reads = exampleReads();
  const [network] = known(reads.networks) ?? [];
  const [subnet] = network?.subnets ?? [];
  if (network === undefined || subnet === undefined) throw new Error('the example has both');
  const subnets = changes.map((change) => ({ ...subnet, ...change }));
  const other = { ...network, id: resourceId('other'), name: 'other', subnets };
  const view = exampleView(AS_NEW_VM, {
    ...reads,
    networks: { state: 'known', value: [other, network] },
  });
  const options = networkOptions(view);
  expect(greyed(options)).toEqual([
    ['testNet', undefined],
    ['other', rule],
  ]);
  expect(options.judge?.('other').blocked?.explain().instead?.label).toContain('testNet');
});

test('the zone of the source comes first, and the others say why they cannot be', () => {
  const machine = { zone: '2' };
  const zones = ['1', '2', '3'];
  const vault = { redundancy: 'ZRS' } as const;
  const point = { tier: 'Vault' } as const;
  expect(greyed(zoneOptions(seen({}, { machine, zones, vault, point })))).toEqual([
    ['Zone 2', undefined],
    ['Zone 1', undefined],
    ['Zone 3', undefined],
  ]);
  expect(greyed(zoneOptions(seen({}, { machine, zones, vault })))).toEqual([
    ['Zone 2', undefined],
    ['Zone 1', sayRule('czr.block.snapshot')],
    ['Zone 3', sayRule('czr.block.snapshot')],
  ]);
  expect(zoneOptions(seen()).options).toEqual([]);
});

test('an identity that the vault lacks is disabled', () => {
  const none = sayRule('identity.on-vault');
  const labels = ['None', 'System-assigned', 'User-assigned'];
  const reasons = (identities: readonly ('system' | 'user')[]) =>
    greyed(identityOptions(seen({}, { vault: { identities } }))).map(([, reason]) => reason);
  expect(identityOptions(seen()).options.map(({ label }) => label)).toEqual(labels);
  expect(reasons([])).toEqual([undefined, none, none]);
  expect(reasons(['system'])).toEqual([undefined, undefined, none]);
  expect(reasons(['system', 'user'])).toEqual([undefined, undefined, undefined]);
});

test('an identity is judged by its own rights, whichever is chosen now', () => {
  const vault = {
    identities: ['system', 'user'],
    systemPrincipalId: PRINCIPAL,
    userPrincipalIds: { '/ids/one': 'another' },
  } as const;
  const reasons = (identity: 'system' | 'user') =>
    greyed(identityOptions(seen({ identity, identityId: '/ids/one' }, { vault })));
  const system = sayRule('identity.permissions');
  expect(reasons('system')).toContainEqual(['System-assigned', system]);
  expect(reasons('user')).toContainEqual(['User-assigned', undefined]);
});

test('an identity that is not selected has no result from Azure', () => {
  const vault = {
    identities: ['system', 'user'],
    systemPrincipalId: PRINCIPAL,
    userPrincipalIds: { '/ids/one': 'another' },
  } as const;
  for (const identity of ['none', 'system', 'user'] as const) {
    const view = seen({ identity, identityId: '/ids/one' }, { vault });
    const notes = listed(identityOptions(view)).map(({ unchecked }) => unchecked?.short);
    expect(notes).toEqual([undefined, undefined, undefined]);
  }
});

test('a refused account is kept by the way out through another field', () => {
  const id = createDraft({ ...EXAMPLE_CHOICES, staging: null, identity: 'user' });
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  const vault = { identities: ['system', 'user'], systemPrincipalId: PRINCIPAL } as const;
  const operator = { name: 'VM restore operator', permissions: [], dataPermissions: [] };
  const reads = exampleReads({
    vault,
    account: { hasNetworkRules: true },
    stagingRoles: [operator],
    groupRoles: [operator],
  });
  const view = vmViewOf(draft.value, reads);
  const [account] = listed(accountOptions(view));
  const { instead } = account?.blocked?.explain() ?? {};
  expect(instead?.label).toBe('System-assigned, with testAccount (LRS)');
  instead?.apply();
  const after = draftState(id).draft;
  expect(after).toMatchObject({
    value: { choices: { identity: 'system', staging: EXAMPLE_CHOICES.staging } },
  });
});

test.each(['loading', 'forbidden', 'failed', 'not asked'] as const)(
  'a list that is %s says so, an empty one too, and one with entries says nothing',
  (state) => {
    expect(readHint({ state })).toMatch(/./);
    expect(readHint({ state: 'known', value: [] })).toMatch(/./);
    expect(readHint({ state: 'known', value: ['one'] })).toBeUndefined();
  },
);

test('an entry that can’t be checked shows which fact is missing and why, and can be selected', () => {
  const unchecked = (reads: Reads) =>
    listed(typeOptions(exampleView({}, reads))).map((one) => [
      one.option.label,
      one.blocked,
      one.unchecked?.short,
    ]);
  expect(unchecked(exampleReads())).toEqual([
    ['Create new virtual machine', undefined, undefined],
    ['Restore disks', undefined, undefined],
  ]);
  const machine = { state: 'forbidden' } as const;
  expect(unchecked({ ...exampleReads(), machine })).toEqual([
    [
      'Create new virtual machine',
      undefined,
      expect.stringMatching(
        /^Not checked\. Not known: .*\. You don’t have permission to view the source VM\./,
      ),
    ],
    ['Restore disks', undefined, undefined],
  ]);
});

test('a zone that is down is marked as that of the machine, and is not filled in', () => {
  const different: Different = {
    vault: { redundancy: 'ZRS' },
    machine: { zone: '1' },
    point: { tier: 'Vault', zone: '1' },
    zones: ['1', '2'],
  };
  const up = seen(AS_NEW_VM, different);
  expect(up.shown.zone).toBe('1');
  const down = seen({ ...AS_NEW_VM, outage: 'zone' }, different);
  expect(down.shown.zone).toBeNull();
  const { options } = zoneOptions(down);
  expect(options.map(({ label, remark }) => [label, remark])).toEqual([
    ['Zone 1', 'The zone of the source VM is down.'],
    ['Zone 2', undefined],
  ]);
  expect(greyed(zoneOptions(down))).toEqual([
    ['Zone 2', undefined],
    ['Zone 1', sayRule('czr.pinned-zone-down')],
  ]);
  expect(greyed(zoneOptions(up)).map(([, rule]) => rule)).toEqual([undefined, undefined]);
});
