import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { newestUsable } from '#src/wizard/draft/suggested.ts';

const point = (name: string, time: number | null) => ({
  name,
  time: time === null ? null : instant(time),
});
const rows = [point('old', 1), point('newest', 3), point('middle', 2), point('undated', null)];

test.each([
  ['all of them', ['old', 'newest', 'middle', 'undated'], 'newest'],
  ['all but the newest', ['old', 'middle'], 'middle'],
  ['only one without a time', ['undated'], null],
  ['none', [], null],
])('where %s can be used', (_, usable, wanted) => {
  expect(newestUsable(rows, ({ name }) => usable.some((one) => one === name))).toBe(wanted);
});
