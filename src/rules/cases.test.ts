import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { cases } from './cases.ts';
import { inputOf, type RuleCase } from './cases/case.ts';
import { catalogue } from './catalogue.ts';
import { evaluate } from './engine.ts';
import { type Kind } from './rule.ts';

const written = new Set<string>(catalogue.map((rule) => rule.id));

const minimums = {
  required: 'require-field',
  hidden: 'hide-field',
  defaulted: 'default',
  warned: 'warn',
  info: 'info',
  checklist: 'checklist',
} as const satisfies Record<string, Kind>;

/** The shared examples were worked out from the five documents, which say nothing of these rules. */
function isForeign(example: RuleCase, id: string): boolean {
  return example.id.startsWith('T') && id.startsWith('platform.');
}

/** Where a case and the rules differ, one line each. */
function disagreements(example: RuleCase): string[] {
  const { facts, choices } = inputOf(example);
  const verdicts = evaluate(facts, choices);
  const ids = (kind: Kind) => verdicts.filter((v) => v.rule.kind === kind).map((v) => v.rule.id);
  const speaking = new Set<string>(verdicts.map((v) => v.rule.id));
  const blocked = new Set<string>(ids('block'));
  const expected = new Set(example.expected.blocked);
  const say = (what: string) => (id: string) => `${example.id}: ${what} ${id}`;
  return [
    ...[...expected].filter((id) => !blocked.has(id)).map(say('does not block')),
    ...[...blocked].filter((id) => !expected.has(id) && !isForeign(example, id)).map(say('blocks')),
    ...Object.entries(minimums).flatMap(([list, kind]) => {
      const heard = new Set<string>(ids(kind));
      return listOf(example, list)
        .filter((id) => !heard.has(id))
        .map(say(`${list} lacks`));
    }),
    ...(example.expected.absent ?? []).filter((id) => speaking.has(id)).map(say('lists')),
    ...verdicts.filter((v) => v.state === 'not checked').map((v) => say('not checked')(v.rule.id)),
  ];
}

function listOf(example: RuleCase, list: string): readonly string[] {
  return Object.entries(example.expected).find(([name]) => name === list)?.[1] ?? [];
}

// The shared list lies beside the checkout while the project is written, and is not needed to test it.
const sharedFile = new URL('../../../shared/rule-cases.json', import.meta.url);

type SharedCase = Omit<RuleCase, 'expected'> & {
  then: Omit<RuleCase['expected'], 'absent'>;
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
    return { id, given, when, expected: { ...then, absent }, source };
  });
}

describe('the worked examples', () => {
  it.each(cases)('$id comes out as written down', (example) => {
    expect(disagreements(example)).toEqual([]);
  });

  it('of the shared list agree, and are all here', () => {
    const here = new Set(cases.map((example) => example.id));
    expect(sharedCases().flatMap(disagreements)).toEqual([]);
    expect(sharedCases().filter(({ id }) => !here.has(id))).toEqual([]);
  });

  it('speak of rules that exist, each example once', () => {
    const named = cases.flatMap((example) => Object.values(example.expected).flat());
    expect(named.filter((id) => !written.has(id))).toEqual([]);
    expect(new Set(cases.map((example) => example.id)).size).toBe(cases.length);
  });
});
