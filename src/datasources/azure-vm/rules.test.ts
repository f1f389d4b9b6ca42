import { expect, test } from 'vitest';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { againstCatalogue } from '#src/rules/testing.ts';
import { sayOf } from '#src/strings/rule-source.ts';

const { product, client, templateValues, csrState, cv } = NO_CHOICES;
/** What no draft chooses. */
const FIXED = { product, client, templateValues, csrState, cv, datasource: 'azure-vm' } as const;
const { own, leftOut, heard, unnamed } = againstCatalogue(vmRules, FIXED);

test('the rules that judge a virtual machine are those of the catalogue, in its order', () => {
  expect(vmRules.all).toEqual(own);
});

test('the rules left out say nothing of any draft, whatever is known', () => {
  expect(leftOut).not.toEqual([]);
  expect(heard()).toEqual([]);
});

test('each rule that judges a virtual machine has a text', () => {
  expect(vmRules.all.filter((rule) => ['', rule.id].includes(sayOf(rule)))).toEqual([]);
});

test('a text says why and what to choose instead', () => {
  const rule = ruleNamed(vmRules, 'staging.zrs');
  expect(sayOf(rule)).toBe('Zone-redundant accounts can’t be used. Select one with LRS or GRS.');
  expect(rule).toMatchObject({
    instead: { label: 'Choose an account with LRS or GRS' },
    short: 'Zone-redundant',
  });
});

test('each fact that they read has words', () => {
  expect(unnamed()).toEqual([]);
});
