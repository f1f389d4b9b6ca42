import { expect, test } from 'vitest';
import type { VmRestoreOption } from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import {
  vmSubnetOptions,
  zoneHint,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  AS_NEW_VM,
  exampleReads,
  exampleView,
  OTHER_SUB,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { optionText } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { regionHealth, type ServiceIssue, type Subnet } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { outage } from '#src/strings/outage.ts';
import { factText } from '#src/rules/facts.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';

/** Sentences about targets × the facts that would make each of them false. */

const words = wizard.configuration;

/** What is known of the zones of another subscription: its zone 2 is the machine's zone 1. */
interface Zones {
  readonly own?: readonly (string | null)[];
  readonly there?: readonly (string | null)[];
  readonly zone?: string | null;
  readonly outage?: VmChoices['outage'];
  /** The zones in which the size can be used. */
  readonly sizeIn?: readonly string[];
}

const PLACES: Required<Zones> = {
  own: ['az2', 'az3', 'az1'],
  there: ['az1', 'az2', 'az3'],
  zone: '2',
  outage: 'none',
  sizeIn: ['1', '2', '3'],
};

function viewOf(known: Zones) {
  const { own, there, zone, outage: down, sizeIn } = { ...PLACES, ...known };
  const region = (places: readonly (string | null)[]) => ({
    name: 'westus',
    displayName: 'West US',
    pairedRegion: 'eastus',
    zones: ['1', '2', '3'],
    places,
  });
  const reads = exampleReads({
    vault: { redundancy: 'ZRS' },
    machine: { zone: '1' },
    point: { tier: 'Vault', zone: '1' },
  });
  return exampleView(
    { ...AS_NEW_VM, subscription: OTHER_SUB, outage: down, zone },
    {
      ...reads,
      regions: { state: 'known', value: [region(there)] },
      ownRegions: { state: 'known', value: [region(own)] },
      sizes: {
        state: 'known',
        value: [
          { name: 'Standard_A1_v2', isOffered: true, zones: sizeIn, family: null, cores: null },
        ],
      },
    },
  );
}

/** The remark of zone 2. */
const remarkOf = (known: Zones): string | null =>
  zoneOptions(viewOf(known)).options.find(({ value }) => value === '2')?.remark ?? null;

const spoken = (known: Zones): string[] =>
  viewOf(known).settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.id.startsWith('czr.') ? [sayRule(rule.id)] : [],
  );

const sizeSays = (known: Zones): string | null => {
  const { skuAvailable } = viewOf(known).facts.platform ?? {};
  return skuAvailable === undefined ? null : factText('platform.skuAvailable', skuAvailable);
};

const notPlaced = { 'the places of the machine’s subscription': { own: [null, null, null] } };
const notThere = { 'the places of the target’s subscription': { there: [null, null, null] } };

const issueIn = (region: string): ServiceIssue => ({
  trackingId: 'A',
  title: 'Down',
  startedAt: null,
  services: ['Storage'],
  regions: [region],
  isZonal: false,
});

/** What Azure Service Health reports; left out: it isn't read. */
interface Health {
  readonly issues?: readonly ServiceIssue[] | undefined;
}
const option = (kind: VmRestoreOption['kind']): VmRestoreOption => ({
  kind,
  state: 'open',
  choices: { zone: '2' },
  point: null,
  passedOver: null,
  reasons: [],
  notChecked: [],
  warnings: [],
  afterwards: [],
  isPartial: false,
});
const healthSays =
  (kind: VmRestoreOption['kind']) =>
  ({ issues }: Health): string[] => {
    const source = {
      id: resourceId('/item'),
      name: 'app01',
      isGone: false,
      region: 'West Europe',
      pair: 'North Europe',
      health: {
        region: regionHealth(issues, 'West Europe'),
        pair: regionHealth(issues, 'North Europe'),
      },
    };
    return [
      /Azure Service Health.*/.exec(optionText(option(kind), 'zone-down', source).does)?.[0] ?? '',
    ];
  };

const subnet: Subnet = {
  id: resourceId('/n/s'),
  name: 's',
  addressPrefixes: ['10.0.0.0/29'],
  isDelegated: false,
  usedAddresses: 0,
};
/** Nothing speaks against the first subnet of the example's network. */
const subnetSays = (change: Partial<Subnet>): string => {
  const subnets = [{ ...subnet, ...change }];
  const view = exampleView(AS_NEW_VM, exampleReads({ network: { subnets } }));
  return vmSubnetOptions(view).judge?.('s').blocked?.short ?? 'can be selected';
};

const { health } = whatHappened;
const rows = [
  claim<Zones>({
    key: 'zonePeer',
    sentence: words.zonePeer('2', '1'),
    says: (known) => zoneHint(viewOf(known)) ?? null,
    known: {},
    without: { ...notPlaced, ...notThere, 'a zone': { zone: null, outage: 'zone' } },
  }),
  claim<Zones>({
    key: 'ownZone',
    sentence: words.ownZone,
    says: remarkOf,
    known: {},
    without: {
      ...notPlaced,
      ...notThere,
      'the same place': { own: PLACES.there },
      'a zone that is up': { outage: 'zone' },
    },
  }),
  claim<Zones>({
    key: 'zoneDown',
    sentence: outage.zoneDown,
    says: remarkOf,
    known: { outage: 'zone' },
    without: { ...notPlaced, ...notThere, 'the same place': { own: PLACES.there } },
  }),
  claim<Zones>({
    key: 'czr.same-zone',
    sentence: sayRule('czr.same-zone'),
    says: spoken,
    known: {},
    without: { ...notPlaced, ...notThere, 'the same place': { own: PLACES.there } },
  }),
  claim<Zones>({
    key: 'czr.pinned-zone-down',
    sentence: sayRule('czr.pinned-zone-down'),
    says: spoken,
    known: { outage: 'zone' },
    without: { ...notPlaced, ...notThere, 'the same place': { own: PLACES.there } },
  }),
  claim<Zones>({
    key: 'platform.skuAvailable',
    sentence: factText('platform.skuAvailable', true),
    says: sizeSays,
    known: { sizeIn: ['2'] },
    without: { 'the zone chosen': { sizeIn: ['1', '3'] }, 'a zone at all': { sizeIn: [] } },
  }),
  claim<Health>({
    key: 'health.none in the region',
    sentence: health.none('West Europe'),
    says: healthSays('zoneVm'),
    known: { issues: [] },
    without: {
      'a read': { issues: undefined },
      'no issue there': { issues: [issueIn('West Europe')] },
    },
  }),
  claim<Health>({
    key: 'health.none in the pair',
    sentence: health.none('North Europe'),
    says: healthSays('regionDisks'),
    known: { issues: [issueIn('West Europe')] },
    without: {
      'a read': { issues: undefined },
      'no issue there': { issues: [issueIn('North Europe')] },
    },
  }),
  claim<Partial<Subnet>>({
    key: 'a subnet of the form',
    sentence: 'can be selected',
    says: subnetSays,
    known: {},
    without: { 'a free address': { usedAddresses: 3 }, 'no service in it': { isDelegated: true } },
  }),
];

test.each(rows.map((row) => [row.key, row] as const))('%s shows with its facts alone', (_, row) => {
  expect(faultsOf(row)).toEqual([]);
});

test('the table has a row for each sentence, and each row facts that make it false', () => {
  expect([rows.length, rows.reduce((sum, { without }) => sum + without.size, 0)]).toEqual([9, 24]);
});
