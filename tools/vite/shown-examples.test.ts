import { expect, test } from 'vitest';

import { baseline } from '#src/rules/baseline.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import {
  examplesOf,
  namesRead,
  silentExample,
  speakingExample,
  outcomeOf,
} from '#src/rules/examples.ts';
import { worked } from '#src/rules/worked.ts';
import { shownExamples } from './shown-examples.ts';

const all = examplesOf(worked);
const shown = shownExamples();
const cut = examplesOf(shown);

test.each(catalogue.map((rule) => [rule.id, rule] as const))(
  'a build shows the same of %s as all examples would',
  (_, rule) => {
    expect(speakingExample(rule, cut)).toStrictEqual(speakingExample(rule, all));
    expect(silentExample(rule, cut)).toStrictEqual(silentExample(rule, all));
    const given = all.filter((one) => outcomeOf(rule, one).state === 'speaks');
    for (const one of [baseline, ...given])
      expect(namesRead(rule, one, cut)).toEqual(namesRead(rule, one, all));
  },
);

test('a build leaves out what nothing shows, and names and expectations', () => {
  expect(shown.length).toBeLessThan(worked.length * 0.8);
  const fields = new Set(shown.flatMap((one) => Object.keys(one)));
  expect([...fields]).toEqual(['given', 'when']);
});

test('the examples can be written as JSON', () => {
  const written: unknown = JSON.parse(JSON.stringify(cut));
  expect(written).toStrictEqual(cut);
});
