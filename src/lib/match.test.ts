import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsWord, fold, markedTexts, wordsOf } from './match.ts';

describe('what was typed', () => {
  test('is cut at its blanks, folded, each word once', () => {
    expect(wordsOf('  App01  rg-APP app01 ')).toEqual(['app01', 'rg-app']);
    expect(wordsOf(' \t ')).toEqual([]);
  });

  test('is narrowed by six words and no more', () => {
    expect(wordsOf('a b c d e f g')).toHaveLength(6);
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
    expect(markedTexts('build-app-9', ['app'])).toEqual([
      { at: 0, text: 'build-', isHit: false },
      { at: 6, text: 'app', isHit: true },
      { at: 9, text: '-9', isHit: false },
    ]);
  });

  test('with the apostrophe of a keyboard are those with the one of a printer', () => {
    expect(markedTexts('vault’s', wordsOf("vault's"))).toEqual([
      { at: 0, text: 'vault’s', isHit: true },
    ]);
  });

  test('overlapping words are one piece', () => {
    expect(markedTexts('aaab', ['aa', 'ab'])).toEqual([{ at: 0, text: 'aaab', isHit: true }]);
  });

  test('together are the text, and each hit is a word of the search', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (text, raw) => {
        const words = raw.map(fold);
        const pieces = markedTexts(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { text: part } of pieces.filter(({ isHit }) => isHit)) {
          expect(words.some((word) => fold(part).includes(word))).toBe(true);
        }
      }),
    );
  });
});
