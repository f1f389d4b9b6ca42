import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { pointTotals } from '#src/datasources/azure-vm/instance/source.ts';
import { examplePoint } from '#src/datasources/azure-vm/instance/testing.ts';

const reported = { pointCount: 31, oldestPointAt: instant(5) };
const unreported = { pointCount: null, oldestPointAt: null };
const points = [examplePoint({ time: instant(9) }), examplePoint({ time: instant(7) })];

test.each([
  ['points that are read go before what the item says', reported, points, [2, 7]],
  ['points that are read are enough', unreported, points, [2, 7]],
  ['points that may not be read: as the item says', reported, undefined, [31, 5]],
  ['nothing read and nothing told', unreported, undefined, ['not loaded', 'not loaded']],
  ['no points', reported, [], ['None yet', 'None yet']],
  ['points without times', unreported, [examplePoint({ time: null })], [1, 'not reported']],
])('%s', (_, item, read, [count, oldest]) => {
  expect(pointTotals(item, read)).toEqual({ count, oldest });
});
