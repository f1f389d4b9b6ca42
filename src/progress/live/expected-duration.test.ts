import { expect, test } from 'vitest';
import { expectedText, expectedTime } from '#src/progress/live/ExpectedDuration.tsx';
import { alikeOf } from '#src/progress/past.ts';
import { fivePast, GIB, MINUTE } from '#src/progress/testing.ts';

const same = { operation: 'Restore', kind: 'createVm', isRehydrating: false } as const;
const what = 'restores of this vault';

test.each([
  [5, '25 min to 2 h 20 min, from 5 past restores of this vault'],
  [4, 'No typical duration yet: needs 5 past restores of this vault, has 4'],
])('before a restore its duration and the basis are shown, by %d past ones', (jobs, text) => {
  const took = Array.from({ length: jobs }, () => ({ sizeBytes: null, durationMs: 60 * MINUTE }));
  expect(expectedText(expectedTime(took, null, what), what)).toBe(text);
});

test('of the same size the range is narrow, and its basis stands apart', () => {
  const took = fivePast(60).map(({ durationMs }) => ({ sizeBytes: 64 * GIB, durationMs }));
  expect(expectedTime(took, 64 * GIB, what)).toMatchObject({
    is: 'known',
    value: { jobs: 5, text: '51 min to 1 h 9 min', short: '51–69 min', basis: '5 past restores' },
  });
});

test('past restores of another kind do not count', () => {
  const others = [
    ...fivePast(60, { kind: 'restoreDisks' }),
    ...fivePast(60, { isRehydrating: true }),
  ];
  expect(alikeOf(same, others)).toEqual([]);
});
