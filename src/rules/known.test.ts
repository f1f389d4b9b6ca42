import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { baseline } from '#src/rules/baseline.ts';
import { type Given, inputOf } from '#src/rules/cases/case.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { cases } from '#src/rules/examples.ts';
import type { Facts } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { all, ask, either, factsRead, guarded } from '#src/rules/known.ts';

const { facts: partial, c } = guarded(
  { vm: { zone: null, isManaged: true }, job: null },
  baseline.choices,
);
const notKnown = () => partial.vm.isPremium;

describe('a fact', () => {
  it('that is not known is named', () => {
    expect(ask(notKnown)).toEqual({ state: 'not known', fact: 'vm.isPremium' });
    expect(ask(() => partial.vault.region)).toEqual({ state: 'not known', fact: 'vault.region' });
  });
  it('that is known to be absent is a value', () => {
    expect(ask(() => partial.vm.zone)).toEqual({ state: 'known', value: null });
  });
  it('of a group that does not exist here does not apply', () => {
    expect(ask(() => partial.job.status)).toEqual({ state: 'absent' });
  });
  it('about a chosen account can be not known too', () => {
    const view = guarded({}, { ...baseline.choices, staging: { region: 'eastus2' } });
    expect(ask(() => view.c.staging?.region)).toEqual({ state: 'known', value: 'eastus2' });
    const missing = { state: 'not known', fact: 'c.staging.redundancy' };
    expect(ask(() => view.c.staging?.redundancy)).toEqual(missing);
  });
  it('that breaks its reader is a bug and not an unknown', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => ask(broken)).toThrow('broken');
  });
});

describe('or, and', () => {
  const yes = () => true;
  const no = () => c.secondary;
  const missing = { state: 'not known', fact: 'vm.isPremium' };
  it('or is true when one claim is, whatever the others', () => {
    expect(either(notKnown, yes)).toBe(true);
    expect(either(no, no)).toBe(false);
    expect(ask(() => either(notKnown, no))).toEqual(missing);
  });
  it('and is false when one claim is, whatever the others', () => {
    expect(all(notKnown, no)).toBe(false);
    expect(all(yes, yes)).toBe(true);
    expect(ask(() => all(notKnown, yes))).toEqual(missing);
  });
});

function read(id: CatalogueRule['id'], given: Given, when: Partial<Choices>, unknown: Facts = {}) {
  const { facts, choices } = inputOf({ given, when });
  return catalogue
    .filter((rule) => rule.id === id)
    .flatMap((rule) => factsRead(rule, { ...facts, ...unknown }, choices))
    .map(({ name, value }) => [name, value]);
}

describe('what a rule read', () => {
  it('is named with its value, in order, each once', () => {
    const vm = { encryption: 'SSE-CMK' } as const;
    expect(read('replace.encrypted', { vm }, { option: 'replaceDisks' })).toEqual([
      ['vm.encryption', 'SSE-CMK'],
    ]);
    expect(read('replace.disk-count', {}, { option: 'replaceDisks' })).toEqual([
      ['point.diskCount', 2],
      ['vm.diskCount', 2],
    ]);
  });

  it('goes no further than the verdict needed', () => {
    expect(read('replace.encrypted', {}, { option: 'createVm' })).toEqual([]);
    expect(read('replace.no-secondary', {}, { option: 'replaceDisks', secondary: true })).toEqual(
      [],
    );
  });

  it('takes in what depends on a choice, and no switch of the product', () => {
    expect(read('staging.zrs', {}, { staging: { redundancy: 'ZRS' } })).toEqual([
      ['c.staging.redundancy', 'ZRS'],
    ]);
    expect(read('point.archive', { policy: { archive: true } }, {})).toEqual([
      ['point.tier', 'Vault'],
    ]);
  });

  it('ends at what is not known', () => {
    expect(read('csr.ade', {}, { subscription: 'sub-B' }, { vm: {} })).toEqual([
      ['vault.subscription', 'sub-A'],
      ['vm.encryption', undefined],
    ]);
  });

  it('is nothing in a group that does not exist here', () => {
    expect(read('jobs.failed.disks-kept', {}, {}, { job: null })).toEqual([]);
  });
});

const texts = new URL('facts/', import.meta.url);

/** Names of the facts that have words. */
function namesWithText(): string[] {
  return readdirSync(texts)
    .map((file) => readFileSync(new URL(file, texts), 'utf8'))
    .flatMap((file) => [...file.matchAll(/^ {2}'([a-z]+\.[A-Za-z.]+)':/gm)])
    .map(([, name = '']) => name);
}

const namesIn = ([group, properties]: readonly [string, object]) =>
  Object.keys(properties).map((name) => `${group}.${name}`);

describe('the words of facts', () => {
  it('are there for every fact and for what depends on a choice, once, and for nothing else', () => {
    const { staging, vnet } = baseline.choices;
    const named = [
      ...Object.entries(baseline.facts).flatMap(namesIn),
      ...namesIn(['c.staging', staging ?? {}]),
      ...namesIn(['c.vnet', vnet ?? {}]),
      'c.subscriptionTenant',
    ];
    expect(namesWithText().toSorted()).toEqual(named.toSorted());
  });

  it('are there for every fact that a rule reads', () => {
    const named = new Set(namesWithText());
    const examples = cases.map(inputOf);
    const facts = catalogue.flatMap((rule) =>
      examples.flatMap((example) => factsRead(rule, example.facts, example.choices)),
    );
    expect(new Set(facts.map(({ name }) => name)).size).toBeGreaterThan(60);
    expect(facts.filter(({ name }) => !named.has(name))).toEqual([]);
  });
});
