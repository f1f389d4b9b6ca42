import { expect, test } from 'vitest';
import { tagIn, tagText, tagValue } from '#src/model/machines.ts';

test.each([
  [{ name: 'env', value: 'prod' }, 'env:prod', 'env: prod'],
  [{ name: 'cost:center', value: 'a, b' }, 'cost%3Acenter:a%2C%20b', 'cost:center: a, b'],
  [{ name: 'backup', value: '' }, 'backup:', 'backup'],
])('a tag %j is %s in an address', (tag, value, text) => {
  expect(tagValue(tag)).toBe(value);
  expect(tagIn(value)).toEqual(tag);
  expect(tagText(tag)).toBe(text);
});

test.each(['env', ':prod', 'a:b:c', ''])('%j is no tag', (text) => {
  expect(tagIn(text)).toBeNull();
});

test('a value that was not encoded by us is taken as it is', () => {
  expect(tagIn('share:100%')).toEqual({ name: 'share', value: '100%' });
});
