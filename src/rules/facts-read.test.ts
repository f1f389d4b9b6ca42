import { describe, expect, it } from 'vitest';

import { type Given, inputOf } from './cases/case.ts';
import { catalogue, type CatalogueRule } from './catalogue.ts';
import { type Choices } from './choices.ts';
import { type Facts } from './facts.ts';
import { factsRead } from './facts-read.ts';

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
