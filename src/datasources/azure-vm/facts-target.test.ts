import { describe, expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import { ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  type Different,
  exampleDisk,
  exampleDraft,
  exampleReads,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';

const { choices: CHOSEN } = exampleDraft();
const facts = (different: Different, choices: Partial<VmChoices> = {}) =>
  vmFactsOf(exampleReads(different), { ...CHOSEN, ...choices });

describe('how many disks there are', () => {
  const disk = (name: string) => ({
    ...exampleDisk,
    name,
    managedDiskId: resourceId(`/${name}`),
  });
  const two = { disks: [disk('os'), disk('data')] };
  /** What the rule about replacing says: whether point and machine have as many disks. */
  const differs = (different: Different) => {
    const rule = catalogue.find(({ id }) => id === 'replace.disk-count');
    const reads = exampleReads(different);
    const choices = ruleChoices({ ...CHOSEN, option: 'replaceDisks' }, reads);
    const [verdict] =
      rule === undefined ? [] : verdictsAmong([rule], vmFactsOf(reads, CHOSEN), choices);
    return verdict?.state ?? 'silent';
  };

  test.each([
    ['one then and one now', {}, 'silent'],
    ['one then and two now', { machine: two }, 'speaks'],
    ['two then and two now', { point: { diskCount: 2 }, machine: two }, 'silent'],
    ['two then and one now', { point: { diskCount: 2 } }, 'speaks'],
    ['a point that does not say', { point: { diskCount: null } }, 'not checked'],
    ['a machine that is gone', { machine: null }, 'not checked'],
  ] as const)('%s', (_, different, expected) => {
    expect(differs(different)).toBe(expected);
  });

  test('is the machine’s own of today, whatever the point says', () => {
    const given = facts({ point: { diskCount: 5 }, machine: two });
    expect(given.vm?.diskCount).toBe(2);
    expect(given.point?.diskCount).toBe(5);
  });
});

describe('the target', () => {
  const target = (different: Different, choices: Partial<VmChoices> = AS_NEW_VM) =>
    facts(different, choices).target;

  test('of the first subnet that takes a machine', () => {
    expect(target({})?.firstSubnet).toBe('default');
    expect(target({}, { vnet: networkId.toUpperCase() })?.firstSubnet).toBe('default');
    expect(target({ network: { subnets: [] } })?.firstSubnet).toBeNull();
    expect(target({}, { vnet: null })?.firstSubnet).toBeUndefined();
    expect(target({}, { vnet: '/elsewhere' })?.firstSubnet).toBeUndefined();
  });

  test('of the zones of the vault’s region', () => {
    expect(target({})?.regionHasZones).toBe(false);
    expect(target({ zones: ['1', '2'] })?.regionHasZones).toBe(true);
    expect(target({ zones: ['1'], vault: { region: 'WestUS' } })?.regionHasZones).toBe(true);
    expect(target({ vault: { region: 'nowhere' } })?.regionHasZones).toBeUndefined();
  });

  test('of the names that are taken', () => {
    expect(target({})?.vmNames).toEqual(['testVM', 'otherVM']);
  });
});

test.each([
  [['*'], true],
  [['*/read'], false],
  [['Microsoft.Compute/*'], true],
  [['microsoft.compute/virtualmachines/write'], true],
  [['Microsoft.Compute/virtualMachines/start/action'], false],
  [[], false],
])('someone who may %j may make a machine: %s', (actions, expected) => {
  expect(facts({ actions }).operator?.canRestoreVm).toBe(expected);
});

test.each([true, false])('a vault under the customer’s own key: %s', (usesCustomerKey) => {
  expect(facts({ usesCustomerKey }).vault?.cmkEnabled).toBe(usesCustomerKey);
});

describe('the paired region', () => {
  const reads = exampleReads();
  const region = { name: 'westus', displayName: 'West US', zones: [], places: [] };
  const withPair = (pairedRegion: string | null, networkRegion: string) =>
    vmFactsOf(
      {
        ...exampleReads({ network: { region: networkRegion } }),
        regions: { state: 'known', value: [{ ...region, pairedRegion }] },
      },
      CHOSEN,
    );

  test.each([
    ['eastus', 'EastUS', true],
    ['eastus', 'westus', false],
    [null, 'eastus', false],
  ])('%s, with a network in %s: in reach %s', (pair, networkRegion, expected) => {
    const { vault, target } = withPair(pair, networkRegion);
    expect(vault?.secondaryRegion).toBe(pair);
    expect(target?.vnetInSecondary).toBe(expected);
  });

  test('of a region that Azure does not list is not known, and no network either', () => {
    const { vault, target } = vmFactsOf(
      { ...reads, regions: { state: 'known', value: [] } },
      CHOSEN,
    );
    expect([vault?.secondaryRegion, target?.vnetInSecondary]).toEqual([undefined, undefined]);
  });
});

describe('the size of the point', () => {
  const offered = (zones: readonly string[], isOffered = true) =>
    ({
      state: 'known',
      value: [{ name: 'standard_a1_V2', isOffered, zones, family: null, cores: null }],
    }) as const;
  type Where = readonly [sizes: ReturnType<typeof offered>, more: Different, zone: string | null];
  const available = ([sizes, more, zone]: Where) =>
    vmFactsOf(
      { ...exampleReads(more), sizes: { state: 'known', value: [...sizes.value] } },
      { ...CHOSEN, zone },
    ).platform?.skuAvailable;

  test.each([
    ['no zone', [offered([]), {}, null], true],
    ['the point’s zone', [offered(['1']), { point: { zone: '1' } }, null], true],
    ['the point’s zone, closed', [offered(['2']), { point: { zone: '1' } }, null], false],
    ['the chosen zone before the point’s', [offered(['2']), { point: { zone: '1' } }, '2'], true],
    ['nowhere', [offered(['1'], false), {}, null], false],
    ['a size not told', [offered([]), { point: { vmSize: null } }, null], undefined],
    ['a size that is in no list', [offered([]), { point: { vmSize: 'Medium' } }, null], false],
  ] as const)('in %s', (_, where, expected) => {
    expect(available(where)).toBe(expected);
  });
});

test('a point without time has no age', () => {
  const { point } = facts({ point: { time: null } });
  expect([point?.time, point?.ageHours]).toEqual([undefined, undefined]);
});
