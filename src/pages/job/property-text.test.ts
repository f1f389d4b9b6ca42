import { expect, test } from 'vitest';
import { propertyText } from '#src/pages/job/verdict.ts';

test.each([
  ['Recovery point time', '6/4/2025 10:03:18 PM', '4 Jun 2025, 22:03'],
  ['Recovery point time', '6/4/2025 12:03:18 AM', '4 Jun 2025, 00:03'],
  ['Target VM Name', 'app01-night', 'app01-night'],
  ['Target VM Name', '', 'not reported'],
])('%s %s', (name, value, shown) => {
  expect(propertyText({ name, value })).toEqual([name, shown]);
});
