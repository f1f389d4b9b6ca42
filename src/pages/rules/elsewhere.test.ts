import { expect, test } from 'vitest';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { demoLinkOf } from '#src/pages/rules/demo-links.ts';
import { elsewhereOf } from './DemoCase.tsx';

function elsewhere(id: CatalogueRule['id']): string | undefined {
  return catalogue.filter((rule) => rule.id === id).map(elsewhereOf)[0];
}

test.each([
  ['rest.trigger', 'client'],
  ['template.terms', 'template'],
  ['csr.permanent.irreversible', 'vault'],
  ['crr.grs-only', 'secondary'],
  ['datasource.bmr', 'scenario'],
  ['jobs.failed.help', 'jobs'],
  ['review.all-rules', 'submit'],
  ['review.disk.gate', 'disk'],
  ['special.sql', 'world'],
] as const)('%s applies in: %s', (id, where) => {
  expect(elsewhere(id)).toBe(where);
});

test('most constraints that the demo can’t show name a more specific place than the world', () => {
  const unmet = catalogue.filter(({ id }) => demoLinkOf(id) === undefined);
  const unspecific = unmet.filter((rule) => elsewhereOf(rule) === 'world');
  expect(unspecific.length).toBeLessThan(unmet.length / 2);
});
