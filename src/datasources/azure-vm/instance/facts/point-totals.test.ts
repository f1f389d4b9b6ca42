import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { pointTotals } from '#src/datasources/azure-vm/instance/facts/point-totals.ts';
import { examplePoint } from '#src/datasources/azure-vm/instance/testing.ts';

const told = { pointCount: 31, oldestPointAt: instant(5) };
const untold = { pointCount: null, oldestPointAt: null };
const points = [examplePoint({ time: instant(9) }), examplePoint({ time: instant(7) })];

test.each([
  ['points that are read go before what the item says', told, points, [2, 7]],
  ['points that are read are enough', untold, points, [2, 7]],
  ['points that may not be read: as the item says', told, undefined, [31, 5]],
  ['nothing read and nothing told', untold, undefined, ['not loaded', 'not loaded']],
  ['no points', told, [], ['None yet', 'None yet']],
  ['points without times', untold, [examplePoint({ time: null })], [1, 'not reported']],
])('%s', (_, item, read, [count, oldest]) => {
  expect(pointTotals(item, read)).toEqual({ count, oldest });
});
