import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { baseline } from '#src/rules/baseline.ts';
import { inputOf, type RuleCase } from '#src/rules/cases/case.ts';
import { catalogue, type CatalogueRule, evaluate } from '#src/rules/catalogue.ts';
import { inScope, LIST_OF, verdictLists } from '#src/rules/engine.ts';
import { cases, namesRead, resultIn, silentExample, speakingExample } from '#src/rules/examples.ts';

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

const written = new Set<string>(catalogue.map((rule) => rule.id));

/** Where a case and the rules differ, one line each. */
function disagreements(example: RuleCase): string[] {
  const { facts, choices } = inputOf(example);
  const heard = verdictLists(evaluate(facts, choices));
  const say = (what: string) => (id: string) => `${example.id}: ${what} ${id}`;
  const { blocked = [], absent = [], ...minimums } = example.expected ?? {};
  const all = Object.values(heard).flat();
  return [
    ...blocked.filter((id) => !heard.blocked.includes(id)).map(say('does not block')),
    ...heard.blocked.filter((id) => !blocked.includes(id)).map(say('blocks')),
    ...Object.values(LIST_OF).flatMap((list) => {
      const wanted = list === 'blocked' ? [] : (minimums[list] ?? []);
      return wanted.filter((id) => !heard[list].includes(id)).map(say(`${list} lacks`));
    }),
    ...absent.filter((id) => all.includes(id)).map(say('lists')),
    ...heard.unknown.map(say('not checked')),
  ];
}

// The shared list lies beside the checkout while the project is written, and is not needed to test it.
const sharedFile = new URL('../../../shared/rule-cases.json', import.meta.url);

type SharedCase = Omit<RuleCase, 'expected' | 'when'> & {
  when: RuleCase['when'] & { readonly pointId?: string | null };
  then: Omit<NonNullable<RuleCase['expected']>, 'absent'>;
  absent?: readonly string[];
};

function isCases(value: unknown): value is SharedCase[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object');
}

function sharedCases(): readonly RuleCase[] {
  if (!existsSync(sharedFile)) return [];
  const value: unknown = JSON.parse(readFileSync(sharedFile, 'utf8'));
  if (!isCases(value)) throw new TypeError('The shared cases are not a list');
  return value.map(({ id, given, when, then, absent = [], source }) => {
    return { id, given, when: inWireNames(when), expected: { ...then, absent }, source };
  });
}

/** The list's own name for a restore point is not the one on the wire. */
function inWireNames({ pointId, ...when }: SharedCase['when']): RuleCase['when'] {
  return pointId === undefined ? when : { ...when, recoveryPointId: pointId };
}

describe('the worked examples', () => {
  it.each(cases)('$id comes out as written down', (example) => {
    expect(disagreements(example)).toEqual([]);
  });

  it('of the shared list agree, and are all here with the same facts and choices', () => {
    const here = new Map(cases.map((example) => [example.id, inputOf(example)]));
    expect(sharedCases().flatMap(disagreements)).toEqual([]);
    for (const example of sharedCases()) expect(here.get(example.id)).toEqual(inputOf(example));
  });

  it('speak of rules that exist, each example once', () => {
    const named = cases.flatMap((example) => Object.values(example.expected ?? {}).flat());
    expect(named.filter((id) => !written.has(id))).toEqual([]);
    expect(new Set(cases.map((example) => example.id)).size).toBe(cases.length);
  });
});
