import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { cases } from './examples.ts';
import { type Given, inputOf } from './cases/case.ts';
import { spoken } from './cases/spoken.ts';
import { catalogue, type CatalogueRule, evaluate } from './catalogue.ts';
import type { Choices } from './fields.ts';
import { verdictsAmong } from './engine.ts';

const here = (path: string) => new URL(path, import.meta.url);
const read = (path: string) => readFileSync(here(path), 'utf8');

// The document the rows come from lies beside the checkout while the project is written.
const document = '../../../shared/rules.md';
const rowPattern = /^\|\s*★?\s*\| `([a-z0-9.-]+)` \| ([a-z-]+) \|/gm;

const fromDocument = (list: readonly CatalogueRule[]): string[] =>
  list.filter((rule) => !rule.id.startsWith('platform.')).map((rule) => `${rule.id} ${rule.kind}`);

/** Ids with their kinds, as the document has them; as the catalogue has them where it is not there. */
function rowsOf(list: readonly CatalogueRule[]): string[] {
  if (!existsSync(here(document))) return fromDocument(list);
  return [...read(document).matchAll(rowPattern)].map(([, id, kind]) => `${id} ${kind}`);
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
