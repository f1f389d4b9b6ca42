import { expect, test } from 'vitest';
import { expectedText } from '#src/progress/live/ExpectedDuration.tsx';
import { alikeOf } from '#src/progress/past.ts';
import { fivePast, MINUTE } from '#src/progress/testing.ts';

const same = { operation: 'Restore', kind: 'createVm', isRehydrating: false } as const;

test.each([
  [5, '25 min to 2 h 20 min, from 5 past restores of this vault'],
  [4, 'No typical duration yet: needs 5 past restores of this vault, has 4'],
])('before a restore its duration and the basis are shown, by %d past ones', (jobs, text) => {
  const tookMs = Array.from({ length: jobs }, () => 60 * MINUTE);
  expect(expectedText(tookMs, 'restores of this vault')).toBe(text);
});

test('past restores of another kind do not count', () => {
  const others = [
    ...fivePast(60, { kind: 'restoreDisks' }),
    ...fivePast(60, { isRehydrating: true }),
  ];
  expect(alikeOf(same, others)).toEqual([]);
});
