import { expect, test } from 'vitest';
import { csvText } from '#src/lib/csv.ts';

test('rows are lines, and what is not known is empty', () => {
  expect(
    csvText([
      ['Name', 'Size'],
      ['app01', null],
      ['web', 3],
    ]),
  ).toBe('Name,Size\r\napp01,\r\nweb,3\r\n');
});

test('commas, quotes and line ends do not break a cell', () => {
  expect(csvText([['a,b', 'say "no"', 'one\ntwo']])).toBe('"a,b","say ""no""","one\ntwo"\r\n');
});

/** A text, and its cell in the file. */
const formulas: readonly (readonly [text: string, cell: string])[] = [
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['\nx', `"'\nx"`],
  ['\n=1', `"'\n'=1"`],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['﹦1', "'﹦1"],
  ['−1', "'−1"],
  [' =1', "' =1"],
  ['\u00a0\u3000=1', "'\u00a0\u3000=1"],
  ["'=1", "''=1"],
  ['"=1', `"'""=1"`],
  [' " =1', `"' "" =1"`],
  ['a;=1', `"a;'=1"`],
  ['a;"=1', `"a;'""=1"`],
  ['a\n=1', `"a\n'=1"`],
  ['a\t=1', "a\t'=1"],
];

test.each(formulas)('%j is no formula', (text, cell) => {
  expect(csvText([[text]])).toBe(`${cell}\r\n`);
});

test.each(['app-01', 'a=b', 'me@example.com', '1 - 2', 'VM;iaasvmcontainerv2;rg;app-01'])(
  '%j stays as it is',
  (text) => {
    expect(csvText([[text]]).replaceAll('"', '')).toBe(`${text}\r\n`);
  },
);

test('what is hidden in a name is written out', () => {
  expect(csvText([['a\0b', 'x\u202egpj.exe', '\ufeff=1', '\u200b\u200b=1']])).toBe(
    'a[U+0000]b,x[U+202E]gpj.exe,[U+FEFF]=1,[U+200B ×2]=1\r\n',
  );
});
