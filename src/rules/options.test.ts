import { describe, expect, it } from 'vitest';

import { type Given, inputOf } from './cases/case.ts';
import type { ChoiceField, Choices, ChoiceValue } from './fields.ts';
import type { Verdict } from './engine.ts';
import { catalogueSet } from './catalogue.ts';
import { optionVerdicts } from './options.ts';

const plain = (v: Verdict) => (v.state === 'speaks' ? v.rule.id : `${v.rule.id}? ${v.fact}`);

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
