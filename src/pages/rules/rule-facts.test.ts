import { describe, expect, test } from 'vitest';
import { demoLinkOf } from '#src/pages/rules/demo-links.ts';
import { elsewhereOf } from '#src/pages/rules/DemoCase.tsx';
import { addressOf } from '#src/pages/rules/rule-facts.tsx';
import { baseline, type Example, valueAt, vocabularyOf, withValueAt } from '#src/rules/baseline.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { namesRead, resultIn, speakingExample } from '#src/rules/examples.ts';
import { readWords } from '#src/strings/constraints.ts';

const learn = 'https://learn.microsoft.com/azure/';
const sources = catalogue.flatMap(({ source }) => source);

/** What Commvault says of its own product has no address that is known. */
const NOWHERE = ['ours', '003'];

test('every source in Azure’s own words has an address on Microsoft Learn', () => {
  const outside = sources.filter(({ document }) => !NOWHERE.includes(document));
  const addresses = outside.map((source) => [source.heading, addressOf(source)]);
  expect(addresses.filter(([, address]) => !address?.startsWith(learn))).toEqual([]);
});

test.each(NOWHERE)('a source of %s has none', (document) => {
  const found = sources.filter((source) => source.document === document);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(addressOf).filter((address) => address !== null)).toEqual([]);
});

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

const everyName = [...new Set(catalogue.flatMap((rule) => namesRead(rule, baseline)))];
const offered = (name: string): readonly unknown[] => {
  const vocabulary = vocabularyOf(name);
  return vocabulary.kind === 'values' ? vocabulary.values : [];
};

/** All examples that are one change away, each fact also not known. */
function changed(example: Example, name: string): Example[] {
  const values = [...offered(name), ...(name.startsWith('c.') ? [] : [undefined])];
  return values.map((value) => withValueAt(example, name, value));
}

describe('what a constraint looks at', () => {
  test.each(everyName)('%s has a label, and a word for each value', (name) => {
    const { label, option, sentence } = readWords(name);
    expect(label).not.toBe(name);
    const texts = [valueAt(baseline, name), ...offered(name)].map(option);
    expect(texts.filter((text) => text === '' || text.includes('[object'))).toEqual([]);
    expect(new Set(offered(name).map(option)).size).toBe(offered(name).length);
    expect(sentence(valueAt(baseline, name)).length).toBeGreaterThan(3);
  });

  test('has the value of the baseline among those that are offered', () => {
    const odd = everyName.filter((name) => {
      const values = offered(name).map((value) => JSON.stringify(value));
      return values.length > 0 && !values.includes(JSON.stringify(valueAt(baseline, name)));
    });
    expect(odd).toEqual([]);
  });
});

describe('a constraint answers to every change of what it looks at', () => {
  const answers = (rule: CatalogueRule): Set<string> => {
    const start = speakingExample(rule) ?? baseline;
    const names = namesRead(rule, start);
    const near = names.flatMap((name) => changed(start, name));
    return new Set(near.map((one) => resultIn(rule, one).state));
  };

  test.each(catalogue.map((rule) => [rule.id, rule] as const))(
    '%s can be made silent by one of them',
    (_, rule) => {
      expect(answers(rule)).toContain('silent');
    },
  );
});
