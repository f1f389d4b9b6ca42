import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { compareText, readCompare } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import { examplePoint } from '#src/datasources/azure-vm/instance/testing.ts';

const older = examplePoint({ name: '932895704780058094', time: instant(1) });
const newer = examplePoint({ name: '20982486783671', time: instant(2) });
const points = [newer, older];

test.each([
  [
    'two points, the older first',
    compareText([newer.name, older.name]),
    { one: older, other: newer },
  ],
  [
    'the same in the other order',
    compareText([older.name, newer.name]),
    { one: older, other: newer },
  ],
  ['a point and the machine now', compareText([newer.name, 'now']), { one: newer, other: null }],
  ['the machine now and a point', compareText(['now', older.name]), { one: older, other: null }],
])('%s', (_, text, wanted) => {
  expect(readCompare(text, points)).toEqual(wanted);
});

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['one point', older.name],
  ['the machine with itself', 'now,now'],
  ['a point with itself', `${older.name},${older.name}`],
  ['three points', `${older.name},${newer.name},now`],
  ['a name that no point has', `${older.name},1`],
  // Read as a number this name would be another.
  ['a name that has lost its digits', `932895704780058100,now`],
  ['words', 'then,now'],
])('%s is no comparison', (_, text) => {
  expect(readCompare(text, points)).toBeNull();
});
