import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Given, type Input, inputOf } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';
import { catalogue, type CatalogueRule, evaluate } from './catalogue.ts';
import { verdictsAmong } from './engine.ts';
import { cases } from './examples.ts';
import type { Facts } from './facts.ts';
import type { Choices } from './fields.ts';
import { guarded } from './known.ts';
import { dateOf } from './rule.ts';

const here = (path: string) => new URL(path, import.meta.url);
const read = (path: string) => readFileSync(here(path), 'utf8');

// The document the rows come from lies beside the checkout while the project is written.
const rulesDocument = '../../../shared/rules.md';
const rowPattern = /^\|\s*★?\s*\| `([a-z0-9.-]+)` \| ([a-z-]+) \|/gm;

const fromDocument = (list: readonly CatalogueRule[]): string[] =>
  list.filter((rule) => !rule.id.startsWith('platform.')).map((rule) => `${rule.id} ${rule.kind}`);

/** Ids with their kinds, as the document has them; as the catalogue has them where it is not there. */
function rowsOf(list: readonly CatalogueRule[]): string[] {
  if (!existsSync(here(rulesDocument))) return fromDocument(list);
  return [...read(rulesDocument).matchAll(rowPattern)].map(([, id, kind]) => `${id} ${kind}`);
}

/** Rules that the form obeys. */
const obeyed = catalogue.filter(({ kind }) => kind === 'block' || kind === 'require-field');

function idsSpeaking(given: Given, when: Partial<Choices>): Set<string> {
  const { facts, choices } = inputOf({ given, when });
  return new Set(evaluate(facts, choices).map((verdict) => verdict.rule.id));
}

describe('the catalogue', () => {
  it('has each id once', () => {
    const ids = catalogue.map((rule) => rule.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('says for each rule where it stands, and for each refusal who refuses and why', () => {
    expect(catalogue.filter((rule) => rule.source.some((s) => s.heading === ''))).toEqual([]);
    expect(obeyed.filter(({ by }) => !by?.why)).toEqual([]);
    expect(catalogue.filter(({ by }) => by !== undefined)).toEqual(obeyed);
  });

  it('has every id of the document it comes from, with its kind, and no other', () => {
    expect(fromDocument(catalogue).toSorted()).toEqual(rowsOf(catalogue).toSorted());
  });

  it('has a text for each rule, and a text for each alternative', () => {
    expect(catalogue.filter(({ say }) => say === '')).toEqual([]);
    expect(catalogue.filter(({ instead }) => instead?.label === '')).toEqual([]);
    expect(catalogue.filter(({ instead }) => instead?.set.length === 0)).toEqual([]);
  });

  it('speaks and stays silent, each rule, in some case', () => {
    const given = Object.values(spoken).map(([facts, choices]) => idsSpeaking(facts, choices));
    const heard = [
      ...given,
      ...cases.map((example) => idsSpeaking(example.given ?? {}, example.when ?? {})),
    ];
    const ids = catalogue.map((rule) => rule.id);
    expect(ids.filter((id) => !heard.some((speaking) => speaking.has(id)))).toEqual([]);
    expect(ids.filter((id) => heard.every((speaking) => speaking.has(id)))).toEqual([]);
    const silent = Object.entries(spoken).filter(([id], at) => !given[at]?.has(id));
    expect(silent).toEqual([]);
  });
});

describe('product and flow', () => {
  const groupsOf = (when: Partial<Choices>) => {
    const { facts, choices } = inputOf({ given: {}, when });
    return new Set(verdictsAmong(catalogue, facts, choices).map((verdict) => verdict.rule.group));
  };
  it('a disk is judged by the groups of the disk flow, and must have a point', () => {
    const groups = groupsOf({ datasource: 'azure-disk', recoveryPointId: null, diskName: null });
    expect([...groups].toSorted()).toEqual([
      'datasource',
      'disk',
      'instance',
      'jobs',
      'restore-point',
      'review',
    ]);
    const { facts, choices } = inputOf({
      given: {},
      when: { datasource: 'azure-disk', recoveryPointId: null },
    });
    const points = evaluate(facts, choices).filter(({ rule }) => rule.group === 'restore-point');
    expect(points.map(({ rule }) => rule.id)).toEqual(['point.required']);
  });
  it('rules of Azure Backup are silent for another product, and its own are heard there alone', () => {
    expect([...groupsOf({ product: 'commvault' })]).toEqual(['commvault']);
    expect(groupsOf({}).has('commvault')).toBe(false);
  });
});

const rows = catalogue.filter(({ newer }) => newer === true);

// The edition lies beside the checkout while the project is written.
const edition = new URL('../../../shared/edition-2026.md', import.meta.url);

/** Ids of its table of rules that change; ours where it is not there. */
function changing(): string[] {
  const own = rows.map(({ id }): string => id).filter((id) => !id.startsWith('platform.'));
  if (!existsSync(edition)) return own;
  const [, table = ''] = readFileSync(edition, 'utf8').split(/^## .*Table A.*$/m);
  const [changed = ''] = table.split('Only the base of the comparison');
  return [...changed.matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].flatMap(([, id]) => id ?? []);
}

test('each rule that a newer text changes is named once, and a warning of ours', () => {
  const ids = rows.map(({ id }): string => id);
  expect(new Set(ids).size).toBe(63);
  expect(ids).toHaveLength(63);
  expect(ids.filter((id) => id !== 'platform.czr.both-tiers').toSorted()).toEqual(
    changing().toSorted(),
  );
});

test.each(rows)('$id has the date of its document', ({ source: [{ document, date }] }) => {
  expect(date).not.toBeNull();
  expect(Object.entries(dateOf)).toContainEqual([document, date]);
});

test('a rule that no newer text changes does not say so', () => {
  expect(catalogue.find(({ id }) => id === 'staging.region')?.newer).toBeUndefined();
});

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

/** One fault is refused by one rule: two sentences about it would look like two things to mend. */

const refusals = ({ facts, choices }: Input): readonly string[] =>
  verdictsAmong(catalogue, facts, choices)
    .filter(({ rule, state }) => rule.kind === 'block' && state === 'speaks')
    .map(({ rule }) => rule.id);

const other =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/other';

test.each([
  ['a vault without identities of a person’s own', ['system'], ['identity.on-vault']],
  ['a vault with another identity', ['system', 'user'], ['platform.identity-id.on-vault']],
] as const)('%s', (_, identities, expected) => {
  const given = { vault: { identities, userIdentityIds: [] } };
  const input = inputOf({ given, when: { identity: 'user', identityId: other } });
  expect(refusals(input).filter((id) => id.includes('identity'))).toEqual(expected);
});
