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

test.each(['=1+1', '+1', '-1', '@x', '\tx'])('%j is no formula', (text) => {
  expect(csvText([[text]])).toBe(`'${text}\r\n`);
});
