import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseline } from './baseline.ts';
import { type Given, inputOf } from './cases/case.ts';
import { catalogue, type CatalogueRule } from './catalogue.ts';
import { cases } from './examples.ts';
import type { Facts } from './facts.ts';
import type { Choices } from './fields.ts';
import { factsRead } from './known.ts';

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

  it('takes in what hangs on a choice, and no switch of the product', () => {
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
  it('are there for every fact and for what hangs on a choice, once, and for nothing else', () => {
    const { staging, vnet } = baseline.choices;
    const all = [
      ...Object.entries(baseline.facts).flatMap(namesIn),
      ...namesIn(['c.staging', staging ?? {}]),
      ...namesIn(['c.vnet', vnet ?? {}]),
      'c.subscriptionTenant',
    ];
    expect(namesWithText().toSorted()).toEqual(all.toSorted());
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
