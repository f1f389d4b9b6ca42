import { expect, test } from 'vitest';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { spoken } from '#src/rules/cases/spoken.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { inScope, ruleNamed, verdictsAmong } from '#src/rules/engine.ts';
import { cases } from '#src/rules/examples.ts';
import { isFactName } from '#src/rules/facts.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { factsRead } from '#src/rules/known.ts';
import { sayOf } from '#src/strings/rule-source.ts';

const { product, client, templateValues, csrState, cv } = NO_CHOICES;
/** What no draft chooses. */
const FIXED = { product, client, templateValues, csrState, cv, datasource: 'azure-vm' } as const;
const inputs = [...cases, ...Object.values(spoken).map(([given, when]) => ({ given, when }))].map(
  (one) => inputOf(one),
);

const ids: readonly string[] = vmRules.all.map(({ id }) => id);

test('the rules that judge a virtual machine are those of the catalogue, in its order', () => {
  const own = catalogue.filter((rule) => inScope(rule, FIXED) && ids.includes(rule.id));
  expect(vmRules.all).toEqual(own);
});

test('the rules left out say nothing of any draft, whatever is known', () => {
  const leftOut = catalogue.filter((rule) => inScope(rule, FIXED) && !ids.includes(rule.id));
  expect(leftOut).not.toEqual([]);
  const heard = inputs.flatMap(({ facts, choices }) =>
    // A draft has no job.
    verdictsAmong(leftOut, { ...facts, job: null }, { ...choices, ...FIXED }),
  );
  expect(heard).toEqual([]);
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
  const read = inputs.flatMap(({ facts, choices }) =>
    vmRules.all.flatMap((rule) =>
      factsRead(rule, { ...facts, job: null }, { ...choices, ...FIXED }),
    ),
  );
  const names = new Set(read.map(({ name }) => name));
  expect([...names].filter((name) => !isFactName(name))).toEqual([]);
});
