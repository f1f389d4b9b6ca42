import { describe, expect, it } from 'vitest';

import { type Alternative, alternativeOf, applied } from './options.ts';
import { cases } from './examples.ts';
import { type Given, type Input, inputOf } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';
import { catalogue, type CatalogueRule, catalogueSet } from './catalogue.ts';
import type { Choices } from './fields.ts';
import { verdictsAmong } from './engine.ts';
import { settle } from './settle.ts';

const withInstead = catalogue.filter((rule) => rule.kind === 'block' && rule.instead !== undefined);

/** Every example in which a rule speaks. */
function speaking(rule: CatalogueRule): Input[] {
  const own = spoken[rule.id];
  const inputs = [
    ...cases.map(inputOf),
    ...(own === undefined ? [] : [inputOf({ given: own[0], when: own[1] })]),
  ];
  return inputs.filter(({ facts, choices }) => verdictsAmong([rule], facts, choices).length > 0);
}

/** Whether the rule speaks still, once the alternative is applied and settled. */
function speaksAfter(rule: CatalogueRule, alternative: Alternative, input: Input): boolean {
  const { facts, choices } = applied(alternative, input);
  const { verdicts } = settle(facts, choices, catalogueSet);
  return verdicts.some((verdict) => verdict.rule.id === rule.id);
}

function ruleOf(id: CatalogueRule['id']): CatalogueRule {
  const found = catalogue.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No rule ${id}`);
  return found;
}

function offered(id: CatalogueRule['id'], given: Given, when: Partial<Choices>) {
  const { facts, choices } = inputOf({ given, when });
  return alternativeOf(ruleOf(id), facts, choices, catalogueSet);
}

describe('every block that names an alternative', () => {
  it.each(withInstead.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const found = speaking(one).flatMap((input) => {
      const alternative = alternativeOf(one, input.facts, input.choices, catalogueSet);
      return alternative === null ? [] : [{ input, alternative }];
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((f) => speaksAfter(one, f.alternative, f.input))).toEqual([]);
  });
});

describe('an alternative', () => {
  it('sets all that it names', () => {
    expect(offered('replace.encrypted', { vm: { encryption: 'ADE' } }, {})).toEqual({
      sets: [
        { field: 'group', value: 'createNew' },
        { field: 'option', value: 'restoreDisks' },
      ],
      choose: null,
    });
  });

  it('leads to a field where another value is to be chosen, and keeps the old one', () => {
    expect(offered('staging.zrs', {}, { staging: { redundancy: 'ZRS' } })).toEqual({
      sets: [],
      choose: 'staging',
    });
  });

  it('follows from what was typed', () => {
    expect(offered('platform.vm-name.blanks', {}, { vmName: ' web ' })).toEqual({
      sets: [{ field: 'vmName', value: 'web' }],
      choose: null,
    });
  });

  it('is not offered where another rule refuses it', () => {
    const zoneDown = { vm: { zone: '1' }, platform: { pinnedZoneDown: true } };
    expect(offered('czr.pinned-zone-down', zoneDown, {})).not.toBeNull();
    const ultra = { ...zoneDown, vm: { zone: '1', hasUltraDisks: true } };
    expect(offered('czr.pinned-zone-down', ultra, {})).toBeNull();
  });

  it('is not offered where it changes nothing', () => {
    const noCopy = { vm: { zone: '1' }, platform: { pinnedZoneDown: true } };
    const vault = { redundancy: 'LRS', crrEnabled: false } as const;
    expect(offered('czr.pinned-zone-down', { ...noCopy, vault }, {})).toBeNull();
  });

  it('is not offered while nobody can tell', () => {
    const { choices } = inputOf({ given: {}, when: { vmName: 'testVM' } });
    expect(
      alternativeOf(ruleOf('crr.paired-only'), {}, { ...choices, secondary: true }, catalogueSet),
    ).toBeNull();
  });

  it('is none where the rule names none', () => {
    expect(offered('csr.permanent.no-reenable', {}, {})).toBeNull();
  });
});
