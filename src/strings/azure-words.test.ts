import { describe, expect, test } from 'vitest';
import { AZURE_WORDS, inOurWords } from './azure-words.ts';

describe("Azure's newer words", () => {
  test.each([
    ['Recover', 'restore'],
    ['recovery point', 'restore point'],
    ['Recovery points', 'restore point'],
    ['protected items', 'backup instance'],
    ['Recovery Services vaults', 'vault'],
    ['recovery  services  vault', 'vault'],
    ['recover a protected item', 'restore a backup instance'],
  ])('%s is %s', (theirs, ours) => {
    expect(inOurWords(theirs)).toBe(ours);
  });

  test.each(['recovery', 'recover-01', 'my-recover', 'undiscovered', 'app01', ''])(
    'names and longer words stay: %s',
    (typed) => {
      expect(inOurWords(typed)).toBe(typed);
    },
  );

  test('have a source with its date each, and lead somewhere', () => {
    const undated = AZURE_WORDS.filter(({ source }) => !/, \d{1,2} \w{3} 20\d\d$/.test(source));
    expect(undated).toEqual([]);
    expect(AZURE_WORDS.filter(({ ours, place }) => ours === null && place === null)).toEqual([]);
  });

  test('stand in the table once', () => {
    const words = AZURE_WORDS.map(({ theirs }) => theirs.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
  });
});
