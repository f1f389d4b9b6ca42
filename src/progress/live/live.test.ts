import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { jobMoment } from '#src/progress/live/live.tsx';
import { following, MINUTE, START, steady } from '#src/progress/testing.ts';

test('clocks looked at at different times between two reads come to one moment', () => {
  const { observations } = following(instant).seen(steady(40));
  const readAt = START + 40 * MINUTE;
  const at = (laterMs: number) => jobMoment(observations, instant(readAt + laterMs)) - readAt;
  expect([0, 3, 14.9, 15, 29, 30].map((seconds) => at(seconds * 1000))).toEqual([
    0, 0, 0, 15_000, 15_000, 30_000,
  ]);
  expect(at(-5000)).toBe(0);
});
