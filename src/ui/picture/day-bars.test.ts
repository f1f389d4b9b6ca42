import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { barsOf, DAY_KINDS, type DayHour, type DayKinds } from '#src/ui/picture/DayStrip.tsx';

const none: DayKinds = { completed: 0, other: 0, warnings: 0, failed: 0, running: 0 };

function hourOf(change: Partial<DayKinds>): DayHour {
  const kinds = { ...none, ...change };
  const total = DAY_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return { begins: instant(0), kinds, total };
}

test('a bar is as high as its share of the busiest hour', () => {
  expect(barsOf([hourOf({ completed: 10 }), hourOf({ completed: 5 }), hourOf({})])).toEqual([
    [{ kind: 'completed', height: 100, top: 0 }],
    [{ kind: 'completed', height: 50, top: 50 }],
    [],
  ]);
});

test('one failed job among hundreds is seen', () => {
  const [bar] = barsOf([hourOf({ completed: 400, failed: 1 })]);
  expect(bar?.map(({ kind }) => kind)).toEqual(['completed', 'failed']);
  expect(bar?.[1]?.height).toBeGreaterThan(6);
});

test('parts stand on each other, and none leaves the picture', () => {
  const count = fc.integer({ min: 0, max: 500 });
  const kinds = fc.record({
    completed: count,
    other: count,
    warnings: count,
    failed: count,
    running: count,
  });
  fc.assert(
    fc.property(fc.array(kinds, { minLength: 1 }), (all) => {
      for (const bar of barsOf(all.map(hourOf))) {
        let below = 100;
        for (const { top, height } of bar) {
          expect(top + height).toBeCloseTo(below);
          expect(top).toBeGreaterThan(-0.001);
          below = top;
        }
      }
    }),
  );
});
