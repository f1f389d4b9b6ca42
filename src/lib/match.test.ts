import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsWord, fold, hasAllWords, piecesOf, wordsOf } from './match.ts';

describe('what was typed', () => {
  test('is cut at its blanks, folded, each word once', () => {
    expect(wordsOf('  App01  rg-APP app01 ')).toEqual(['app01', 'rg-app']);
    expect(wordsOf(' \t ')).toEqual([]);
  });

  test('is narrowed by six words and no more', () => {
    expect(wordsOf('a b c d e f g')).toHaveLength(6);
  });

  test('must stand in one of the texts, each word of it', () => {
    expect(hasAllWords(['app', 'prod'], ['app01', 'rg-PROD'])).toBe(true);
    expect(hasAllWords(['app', 'test'], ['app01', 'rg-prod'])).toBe(false);
    expect(hasAllWords([], ['anything'])).toBe(true);
  });

  test('with the apostrophe of a keyboard finds the one of a printer', () => {
    expect(hasAllWords(wordsOf("vault's"), ['under the vault’s Properties'])).toBe(true);
  });
});

describe('the beginning of a word', () => {
  test.each([
    ['Backup instances', 'inst', true],
    ['Backup instances', 'backup inst', true],
    ['Backup instances', 'ackup', false],
    ['Review + restore', 'REST', true],
    ['app-test-app', 'app', true],
    ['xapp', 'app', false],
    ['anything', '', false],
    ['anything', ' ', false],
  ])('of %o with %o: %o', (text, typed, wanted) => {
    expect(beginsWord(text, typed)).toBe(wanted);
  });
});

describe('pieces of a text', () => {
  test('are the words that were searched for, and what is between', () => {
    expect(piecesOf('build-app-9', ['app'])).toEqual([
      { text: 'build-', isHit: false },
      { text: 'app', isHit: true },
      { text: '-9', isHit: false },
    ]);
  });

  test('overlapping words are one piece', () => {
    expect(piecesOf('aaab', ['aa', 'ab'])).toEqual([{ text: 'aaab', isHit: true }]);
  });

  test('together are the text, and each hit is a word of the search', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (text, raw) => {
        const words = raw.map(fold);
        const pieces = piecesOf(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { text: part } of pieces.filter(({ isHit }) => isHit)) {
          expect(words.some((word) => fold(part).includes(word))).toBe(true);
        }
      }),
    );
  });
});
