import { describe, expect, it } from 'vitest';
import { type Given, type Input, inputOf } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';
import { catalogue, type CatalogueRule, catalogueSet } from './catalogue.ts';
import { type RuleVerdict, verdictsAmong } from './engine.ts';
import { cases } from './examples.ts';
import type { ChoiceField, Choices, ChoiceValue } from './fields.ts';
import { type Alternative, alternativeOf, optionVerdicts, withAlternative } from './options.ts';
import { settle } from './settle.ts';

const plain = (v: RuleVerdict) => (v.state === 'speaks' ? v.rule.id : `${v.rule.id}? ${v.fact}`);

function about<F extends ChoiceField>(field: F, value: ChoiceValue<F>) {
  return (given: Given = {}, when: Partial<Choices> = {}) => {
    const { facts, choices } = inputOf({ given, when });
    return optionVerdicts({ facts, choices, set: catalogueSet }, field, value).map(plain);
  };
}

const zrs = { redundancy: 'ZRS', region: 'eastus2', kind: 'StorageV2', tier: 'Standard' } as const;
const account = { ...zrs, hasNetworkRules: false, allowSharedKey: true };

describe('an entry of a list', () => {
  it('is free when no rule speaks about it', () => {
    expect(about('option', 'replaceDisks')()).toEqual([]);
    expect(about('staging', { ...account, redundancy: 'GRS' })()).toEqual([]);
  });

  it('is greyed by every rule that it fails', () => {
    expect(
      about('option', 'replaceDisks')({ vm: { encryption: 'ADE', isGeneralized: true } }),
    ).toEqual(['replace.encrypted', 'replace.generalized']);
    expect(about('staging', account)()).toEqual(['staging.zrs']);
  });

  it('is greyed also while it is the one that is chosen', () => {
    expect(about('staging', account)({}, { staging: account })).toEqual(['staging.zrs']);
  });

  it('is not greyed for what is wrong with the field whatever is chosen', () => {
    const none = { target: { stagingAccountsInRegion: 0 } };
    expect(about('staging', account)(none)).toEqual(['staging.zrs']);
  });

  it('is not greyed for a choice that it would take away itself', () => {
    expect(about('option', 'replaceDisks')({}, { subscription: 'sub-B' })).toEqual([]);
  });

  it('of a fixed field still says why it cannot be had', () => {
    const locked = { vault: { csrState: 'permanentlyDisabled' as const } };
    expect(about('subscription', 'sub-B')(locked)).toEqual(['csr.permanently-disabled']);
    expect(about('subscription', 'SUB-A')(locked)).toEqual([]);
  });

  it('says what could not be checked', () => {
    const { redundancy: _, ...unread } = account;
    expect(about('staging', unread)()).toEqual(['staging.zrs? c.staging.redundancy']);
  });
});

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
  const { facts, choices } = withAlternative(alternative, input);
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

  it('is not offered while what it needs is not known', () => {
    const { choices } = inputOf({ given: {}, when: { vmName: 'testVM' } });
    expect(
      alternativeOf(ruleOf('crr.paired-only'), {}, { ...choices, secondary: true }, catalogueSet),
    ).toBeNull();
  });

  it('is none where the rule names none', () => {
    expect(offered('csr.permanent.no-reenable', {}, {})).toBeNull();
  });
});
