import { expect, test } from 'vitest';
import { baseline } from './baseline.ts';
import { catalogue, catalogueSet } from './catalogue.ts';
import { ours, rules } from './rule.ts';
import { ruleSet } from './engine.ts';
import { settle } from './settle.ts';

const own = rules('restore-point', [
  {
    id: 'own.note',
    kind: 'info',
    field: null,
    when: () => true,
    say: 'A note.',
    source: [ours('a test')],
  },
]);

test('the rules of a set judge, and no others', () => {
  const replacing = { ...baseline.choices, group: 'replaceExisting', option: null } as const;
  expect(settle(baseline.facts, replacing, catalogueSet).changes).not.toEqual([]);
  const heard = settle(baseline.facts, replacing, ruleSet(own));
  expect(heard.verdicts.map(({ rule }) => rule.id)).toEqual(['own.note']);
  expect([heard.changes, heard.hidden.size]).toEqual([[], 0]);
});

test('a block is found by each of its fields, in the order of the catalogue', () => {
  const blocks = catalogue.filter(({ kind }) => kind === 'block');
  expect(catalogueSet.blocks.get('zone')).toEqual(
    blocks.filter(({ field }) => [field].flat().includes('zone')),
  );
});
