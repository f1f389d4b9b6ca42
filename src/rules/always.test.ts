import { describe, expect, it } from 'vitest';

import { cases } from './examples.ts';
import { inputOf } from './cases/case.ts';
import { catalogue, type CatalogueRule } from './catalogue.ts';
import type { Choices } from './fields.ts';
import { verdictsAmong } from './engine.ts';
import { type Facts } from './facts.ts';
import { guarded } from './known.ts';

const warnings = catalogue.filter((rule) => rule.kind === 'warn');

/** What says of which sort a restore is, and nothing particular to it. */
const sorts = new Set<string>(['c.datasource', 'c.option', 'c.secondary', 'c.action']);

const examples = [
  ...cases.map(inputOf),
  inputOf({ given: {}, when: { secondary: true, action: 'submit' } }),
];

/** All that a rule reads in any example. */
function namesRead(rule: CatalogueRule): Set<string> {
  const names = new Set<string>();
  for (const { facts, choices } of examples) {
    const view = guarded(facts, choices, (name) => names.add(name));
    rule.when(view.facts, view.c);
  }
  return names;
}

const readsSortsOnly = (rule: CatalogueRule) =>
  [...namesRead(rule)].every((name) => sorts.has(name));

function speaks(rule: CatalogueRule, facts: Facts, choices: Choices): boolean {
  return verdictsAmong([rule], facts, choices).some(({ state }) => state === 'speaks');
}

describe('a warning that is always true', () => {
  const always = warnings.filter((rule) => rule.always === true);

  it('reads nothing but the sort of restore, and every such warning is marked', () => {
    expect(warnings.filter(readsSortsOnly)).toEqual(always);
    expect(always.map((rule) => rule.id)).toContain('create-vm.nsg.wait');
  });

  it.each(always.map((rule) => [rule.id, rule] as const))('%s, whatever is known', (_, rule) => {
    const heard = examples.filter(({ facts, choices }) => speaks(rule, facts, choices));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter(({ choices }) => !speaks(rule, {}, choices))).toEqual([]);
  });
});
