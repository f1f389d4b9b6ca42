import { describe, expect, test } from 'vitest';
import { vmChosenLines, planSentence } from '#src/datasources/azure-vm/plan.tsx';
import { elsewhereText } from '#src/datasources/azure-vm/consequences.ts';
import { outageNetworkHint } from '#src/datasources/azure-vm/steps/outage-text.ts';
import {
  AS_NEW_VM,
  type Different,
  EXAMPLE_CHOICES,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

/** Where a restore goes while the datacenter of its vault is down, wherever that appears. */

const down = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView({ ...AS_NEW_VM, outage: 'region', ...choices }, exampleReads(different));
const withCrr: Different = { vault: { crossRegionRestore: true }, secondaryPoints: [{}] };

describe('with GRS alone', () => {
  test('the pair is in the headline, the plan and what was chosen', () => {
    const view = down();
    expect(elsewhereText(view)).toEqual(['Paired region (East US)']);
    expect(planSentence(view)).toMatch(
      /It’s created in East US, the paired region, because West US is down\.$/,
    );
    expect(vmChosenLines(view)).toContainEqual(['Region', 'Paired region (East US)']);
  });

  test('RA-GRS is the same', () => {
    expect(elsewhereText(down({}, { vault: { redundancy: 'RA-GRS' } }))).toHaveLength(1);
  });

  test('an account in the region that is down is refused, one in the pair is not', () => {
    const refusals = (different: Different) =>
      down({ vnet: null, subnet: null }, different).settled.verdicts.flatMap(({ rule, state }) =>
        state === 'speaks' && rule.kind === 'block' ? [rule.id] : [],
      );
    expect(refusals({})).toContain('crr.disaster.staging-region');
    expect(refusals({ account: { region: 'eastus' } })).toEqual([]);
  });

  test('the network says why it is empty, and whether there is one to choose', () => {
    const empty = { vnet: null, subnet: null };
    expect(outageNetworkHint(down(empty))).toMatch(/has no virtual network in East US/);
    expect(outageNetworkHint(down(empty, { network: { region: 'eastus' } }))).toBe(
      'The network of testVM is in West US, which is down. Select one in East US.',
    );
    expect(outageNetworkHint(down())).toBeUndefined();
    expect(outageNetworkHint(down({ ...empty, outage: null }))).toBeUndefined();
  });
});

test.each(['LRS', 'ZRS'] as const)(
  'with %s it goes nowhere, and no pair is named',
  (redundancy) => {
    const view = down({}, { vault: { redundancy } });
    expect(elsewhereText(view)).toEqual([]);
    const refused = view.settled.verdicts.filter(({ rule }) =>
      rule.id.startsWith('platform.outage'),
    );
    expect(refused.map(({ rule, state }) => [rule.kind, state])).toEqual([['block', 'speaks']]);
  },
);

test('with Cross Region Restore the secondary region is named, and no disaster', () => {
  const view = down({ regionView: 'secondary' }, withCrr);
  expect(elsewhereText(view)).toEqual(['Secondary Region (East US)']);
  expect(planSentence(view)).not.toContain('is down');
});

test('while nothing is down nothing goes elsewhere', () => {
  expect(elsewhereText(exampleView({ ...EXAMPLE_CHOICES }, exampleReads()))).toEqual([]);
});
