import { afterEach, expect, test } from 'vitest';
import { goByNewerTexts } from '#src/lib/newer-texts.ts';
import { ruleTexts } from './text.ts';

afterEach(() => goByNewerTexts(false));

const own = { old: { say: 'No.', short: 'Not so' }, same: { say: 'Never.' } };
const { ruleText, textOf, sayRule } = ruleTexts(own, (id) => (id === 'old' ? '2024-11-30' : null));

const NOTE = 'By the document of 30 Nov 2024. A newer text differs: check before you rely on it.';

test('where newer texts count, the sentence of a rule that one changes says so', () => {
  goByNewerTexts(true);
  expect(ruleText('old')).toEqual({ say: `No. ${NOTE}`, short: 'Not so' });
  expect(textOf({ id: 'old' }).say).toBe(`No. ${NOTE}`);
  expect(sayRule('old')).toBe(`No. ${NOTE}`);
  expect(sayRule('same')).toBe('Never.');
  expect(sayRule('none')).toBe('none');
});

test('nowhere else', () => {
  expect(ruleText('old')).toEqual(own.old);
});
