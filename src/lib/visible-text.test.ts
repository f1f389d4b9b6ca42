import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownText, textInSentence, visibleText } from '#src/lib/visible-text.ts';

/** Hidden characters, and those that reorder what is beside them. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\ufeff]/u;

describe('the visible text', () => {
  test.each([
    ['before\0after', 'before[U+0000]after'],
    ['report\u202egpj.exe', 'report[U+202E]gpj.exe'],
    ['pay\u200b\u200b\u200bments', 'pay[U+200B ×3]ments'],
    ['\ufeffname', '[U+FEFF]name'],
    ['a\u2029b', 'a[U+2029]b'],
    ['soft\u00adhyphen', 'soft[U+00AD]hyphen'],
    ['half\ud83d', 'half[U+D83D]'],
    ['un\u200cjoined', 'un[U+200C]joined'],
    [`climbing${'\u0301'.repeat(40)}`, `climbing${'\u0301'.repeat(8)}[U+0301 ×32]`],
    ['open\u2068', 'open[U+2068]'],
    ['closed\u2069', 'closed[U+2069]'],
    ['\u2067forced\u2069', '[U+2067]forced[U+2069]'],
  ])('of %j writes out what is hidden', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test.each([
    'app01',
    'größe (1)',
    'a <b>b</b>',
    'two\nlines\tand a tab',
    'שרת גיבוי 5',
    'می‌خواهم',
    'क्‍ष',
    '👩‍💻🔥 👨‍👩‍👧‍👦 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'e\u0301',
    'a \u2068שרת\u2069 b',
  ])('of %j is the text itself', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  test('has nothing hidden, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text).replaceAll(/\u2068[^\u2066-\u2069]*\u2069/g, '');
        expect(shown).not.toMatch(HIDDEN);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a text in a sentence', () => {
  test('that is read from left to right is the text itself', () => {
    expect(textInSentence('app01')).toBe('app01');
  });

  test('that is read from right to left is isolated, once', () => {
    const isolated = textInSentence('שרת 5');
    expect(isolated).toBe('\u2068שרת 5\u2069');
    expect(textInSentence(isolated)).toBe(isolated);
    expect(textInSentence(`Restore of ${isolated}`)).toBe(`Restore of ${isolated}`);
  });

  test('leaves no isolate open, whatever it is', () => {
    const piece = fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', 'ש', 'a', ' ', '\u202e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const left = textInSentence(pieces.join('')).replaceAll(
          /\u2068[^\u2066-\u2069]*\u2069/g,
          '',
        );
        expect(left).not.toMatch(/[\u2066-\u2069ש]/u);
      }),
    );
  });

  test('is cut where it has no end', () => {
    expect(textInSentence('x'.repeat(600))).toHaveLength(600);
    expect(textInSentence('x'.repeat(10_000))).toBe(`${'x'.repeat(120)}…`);
    expect(textInSentence('no end '.repeat(2000))).toHaveLength(2001);
    expect(textInSentence('ש'.repeat(10_000))).toBe(`\u2068${'ש'.repeat(120)}…\u2069`);
  });
});

describe('a name in a place of its own', () => {
  test('is shown as it is', () => {
    expect(shownText('app01')).toEqual({ text: 'app01', whole: undefined, isIsolated: false });
  });

  test('has a tooltip where it is cut, which ends, too', () => {
    const shown = shownText(`name ${'x'.repeat(10_000)}`, true);
    expect(shown.text).toHaveLength(121);
    expect(shown.whole).toHaveLength(2001);
  });

  test('with an endless word is no message, whatever stands beside that', () => {
    expect(shownText(`before ${'endless'.repeat(1000)}`).text).toHaveLength(121);
    const id = `/subscriptions/${'x'.repeat(330)}`;
    expect(shownText(`The disk ${id} is in use. `.repeat(3)).text).toContain(
      `${id} is in use. The`,
    );
  });

  test('that is a message is longer', () => {
    const message = 'The disk is in use. '.repeat(50);
    expect(shownText(message).text).toBe(message);
    expect(shownText(message, true).text).toHaveLength(121);
  });

  test('is not cut through a character', () => {
    expect(shownText(`x${'🔥'.repeat(5000)}`).text).toBe(`x${'🔥'.repeat(59)}…`);
  });
});
