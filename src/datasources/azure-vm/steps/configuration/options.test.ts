import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  accountOptions,
  groupChoices,
  identityOptions,
  networkOptions,
  subscriptionOptions,
  typeOptions,
  vmSubnetOptions,
  zoneHint,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  AS_NEW_VM,
  createDraft,
  type Different,
  EXAMPLE_CHOICES,
  exampleReads,
  exampleView,
  OTHER_SUB,
  PRINCIPAL,
  sayRule,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { Region } from '#src/model/places.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { outage } from '#src/strings/outage.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type FieldOptions, listed } from '#src/ui/fields/option.tsx';
import { draftState } from '#src/wizard/draft/store.ts';
import { explainRules } from '#src/wizard/explain/findings.ts';
import { known, type Read, readHint } from '#src/wizard/read.ts';

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
  ['without any', []],
  ['with a full one', [{ usedAddresses: 251 }]],
])('a network %s takes no VM, and says which does', (_, changes) => {
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
    ['other', wizard.configuration.withoutSubnet.rule],
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

/** What is offered while the zone of a machine is down and its newest point is a snapshot too. */

const OLD = instant(Date.UTC(2025, 4, 30, 23, 42));

/** The way out of the rule that refuses the machine's own zone; null where there is none. */
function wayOut(different: Different): string | null {
  const reads = exampleReads({
    ...different,
    machine: { zone: '1' },
    point: { zone: '1', time: instant(Date.UTC(2025, 5, 4)) },
    zones: ['1', '2'],
  });
  const points = known(reads.points) ?? [];
  const old = points.map((point) => ({ ...point, name: 'old', time: OLD, tier: 'Vault' as const }));
  const both: Read<RecoveryPoint[]> = { state: 'known', value: [...points, ...old] };
  const view = exampleView({ ...AS_NEW_VM, outage: 'zone' }, { ...reads, points: both });
  const rules = catalogue.filter(({ id }) => id === 'czr.pinned-zone-down');
  return explainRules(view, rules).instead?.label ?? null;
}

test('an older point opens another zone where the vault has one', () => {
  expect(wayOut({ vault: { redundancy: 'ZRS' } })).toBe(
    `Availability Zone: Zone 2, restore point ${dateTimeText(OLD)}`,
  );
});

test.each(['LRS', 'GRS'] as const)(
  'with %s no point opens one, and none is offered',
  (redundancy) => {
    expect(wayOut({ vault: { redundancy } })).toBeNull();
  },
);

test('with Cross Region Restore the secondary region is offered, and no older point', () => {
  expect(wayOut({ vault: { crossRegionRestore: true }, account: { region: 'eastus' } })).toBe(
    'Restore in the secondary region',
  );
});

/** Another subscription calls the place of the machine's zone 1 its zone 2, or Azure doesn't report the places. */

const region = (places: readonly (string | null)[]) => ({
  name: 'westus',
  displayName: 'West US',
  pairedRegion: 'eastus',
  zones: ['1', '2', '3'],
  places,
});

const OWN = region(['az2', 'az3', 'az1']);
const THERE = region(['az1', 'az2', 'az3']);
const NO_PLACES = region([null, null, null]);

/** What the form shows of a zone of the other subscription while the machine's own is down. */
function shownOf(zone: string | null, there: typeof THERE | null) {
  const reads = exampleReads({
    vault: { redundancy: 'ZRS' },
    machine: { zone: '1' },
    point: { tier: 'Vault', zone: '1' },
  });
  const view = exampleView(
    { ...AS_NEW_VM, subscription: OTHER_SUB, outage: 'zone', zone },
    {
      ...reads,
      regions: { state: 'known', value: [there ?? THERE] },
      ownRegions: there === null ? { state: 'forbidden' } : { state: 'known', value: [OWN] },
    },
  );
  const { options, judge } = zoneOptions(view);
  return {
    verdict: view.settled.verdicts.find(({ rule }) => rule.id === 'czr.pinned-zone-down')?.state,
    down: options.flatMap(({ value }) =>
      judge?.(value).blocked?.short === outage.zoneDownShort ? [value] : [],
    ),
    hint: zoneHint(view),
  };
}

const words = wizard.configuration;
const rows = [
  ['2', THERE, { verdict: 'speaks', down: ['2'], hint: words.zonePeer('2', '1') }],
  ['1', THERE, { verdict: undefined, down: ['2'], hint: words.zonePeer('1', '3') }],
  ['3', THERE, { verdict: undefined, down: ['2'], hint: words.zonePeer('3', '2') }],
  [null, THERE, { verdict: 'speaks', down: ['2'], hint: undefined }],
  ['2', NO_PLACES, { verdict: 'not checked', down: [], hint: words.zoneNotKnown }],
  ['1', null, { verdict: 'not checked', down: [], hint: words.zoneNotKnown }],
] as const;

test.each(rows)('in another subscription: zone %s of %o', (zone, there, expected) => {
  expect(shownOf(zone, there)).toEqual(expected);
});

test('without an answer the zone of the same place is filled in, and none where it is not known', () => {
  const filledIn = (ownRegions: Read<Region[]>) => {
    const reads = exampleReads({
      vault: { redundancy: 'ZRS' },
      machine: { zone: '1' },
      point: { tier: 'Vault', zone: '1' },
    });
    const regions: Read<Region[]> = { state: 'known', value: [THERE] };
    return exampleView({ ...AS_NEW_VM, subscription: OTHER_SUB }, { ...reads, regions, ownRegions })
      .shown.zone;
  };
  expect(filledIn({ state: 'known', value: [OWN] })).toBe('2');
  expect(filledIn({ state: 'failed' })).toBeNull();
});
