import { describe, expect, test } from 'vitest';
import { baseline, type Example, valueAt, vocabularyOf, withValueAt } from '#src/rules/baseline.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { namesRead, resultIn, speakingExample } from '#src/rules/examples.ts';
import { readWords } from '#src/strings/constraints.ts';

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
