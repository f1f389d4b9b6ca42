import { expect, test } from 'vitest';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { reasonOf } from '#src/wizard/explain/findings.ts';
import { exampleReads, exampleView, OTHER_SUB, SUB } from '#src/datasources/azure-vm/testing.ts';

/** What a rule stands on, in names that people know. */

function factsOf(id: CatalogueRule['id'], reads = exampleReads()): string {
  const rule = catalogue.find((one) => one.id === id);
  if (rule === undefined) throw new Error(id);
  const { facts } = reasonOf(rule, exampleView({ subscription: OTHER_SUB }, reads));
  return facts.map(({ text }) => text).join('\n');
}

test('a subscription goes by its name', () => {
  const facts = factsOf('csr.managed-only');
  expect(facts).toContain('The vault’s subscription is Documents example');
  expect(facts).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
});

test('where the subscriptions , its id is all there is to tell', () => {
  const reads = { ...exampleReads(), subscriptions: { state: 'forbidden' } as const };
  expect(factsOf('csr.managed-only', reads)).toContain(SUB);
});
