import { describe, expect, test } from 'vitest';
import { azureWordsOf, isEnough } from './hits.ts';

describe('the search words for Azure', () => {
  test.each([
    ['app', ['app']],
    ['  App01 ', ['app01']],
    ['recover app01', ['app01']],
    ['Restore VM app01', ['app01']],
    ['protected items app', ['app']],
    ['Recovery Services vault rsv-prod', ['rsv-prod']],
    ['vault rsv-prod weu', ['rsv-prod', 'weu']],
    ['job 3021262a', ['3021262a']],
    ['resource group rg-erp', ['rg-erp']],
    ['draft app01', ['app01']],
    ['roll back app01', ['app01']],
    ['get app01 back', ['app01']],
    ['undo app01', ['app01']],
    ['recover', ['recover']],
    ['recover-01', ['recover-01']],
    ['vault-01', ['vault-01']],
  ])('%s: %o', (typed, words) => {
    expect(azureWordsOf(typed)).toEqual(words);
  });

  test.each(['', ' ', 'a', ' a ', 'recover a'])(
    'nothing, when so little was typed: %o',
    (typed) => {
      expect(azureWordsOf(typed)).toEqual([]);
    },
  );

  test('two letters are enough to search', () => {
    expect(isEnough('ap')).toBe(true);
    expect(isEnough(' a ')).toBe(false);
  });
});
