import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { cases } from './examples.ts';
import { inputOf, type RuleCase } from './cases/case.ts';
import { catalogue, evaluate } from './catalogue.ts';
import { LIST_OF, verdictLists } from './engine.ts';

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
