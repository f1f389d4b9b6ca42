import { describe, expect, it } from 'vitest';

import { baseline } from './baseline.ts';
import { catalogue, type CatalogueRule } from './catalogue.ts';
import { namesRead, resultIn, silentExample, speakingExample } from './examples.ts';
import { inScope } from './engine.ts';

function ruleOf(id: CatalogueRule['id']): CatalogueRule {
  const found = catalogue.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No rule ${id}`);
  return found;
}

describe('every rule has an example', () => {
  it.each(catalogue.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const speaking = speakingExample(rule);
    const silent = silentExample(rule);
    expect(
      speaking,
      'one in which it speaks; without one, add it to cases/spoken.ts',
    ).not.toBeNull();
    expect(silent, 'one in which it is silent; without one, add a case').not.toBeNull();
    expect(speaking && resultIn(rule, speaking).state).toBe('speaks');
    expect(silent && resultIn(rule, silent).state).toBe('silent');
  });

  it('that is silent for its own product and flow, unless these alone decide', () => {
    const elsewhere = catalogue.filter((rule) => {
      const silent = silentExample(rule);
      return silent !== null && !inScope(rule, silent.choices);
    });
    const deciding = (rule: CatalogueRule) => namesRead(rule, baseline);
    expect(elsewhere.filter((rule) => deciding(rule).length > 2).map(({ id }) => id)).toEqual([]);
  });
});

describe('an example', () => {
  it('is the baseline itself where that shows it, else the nearest to it', () => {
    expect(speakingExample(ruleOf('special.nsg'))).toEqual(baseline);
    expect(speakingExample(ruleOf('staging.zrs'))?.facts).toEqual(baseline.facts);
    expect(silentExample(ruleOf('staging.zrs'))).toEqual(baseline);
  });

  it('that lacks a fact is not checked', () => {
    const { choices } = baseline;
    const replacing = { ...choices, option: 'replaceDisks' } as const;
    expect(resultIn(ruleOf('replace.encrypted'), { facts: {}, choices: replacing })).toMatchObject({
      state: 'not checked',
      fact: 'vm.encryption',
    });
  });
});

describe('what a rule looks at', () => {
  it('is what it reads in any example, and what decides whether it is asked', () => {
    expect(namesRead(ruleOf('replace.encrypted'), baseline)).toEqual([
      'c.option',
      'vm.encryption',
      'c.datasource',
      'c.product',
    ]);
    expect(namesRead(ruleOf('datasource.drills'), baseline)).toEqual(['c.datasource', 'c.product']);
  });

  it('takes in what it reads in the example given', () => {
    const rule = ruleOf('replace.disk-count');
    expect(namesRead(rule, { facts: {}, choices: baseline.choices })).toContain('vm.diskCount');
  });
});
