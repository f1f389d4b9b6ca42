import { expect, test } from 'vitest';

import { browserStep, durations } from './durations.ts';
import { onePassed } from './tally.ts';

const step = (name: string, seconds: number) => ({ name, seconds, tally: onePassed, output: '' });

test('the browser tests and the whole run are shown beside their budgets', () => {
  expect(durations([step('lint', 9), step(browserStep, 341.24)], 655)).toEqual([
    'browser tests 341.2 s of 480 s',
    'whole run 655.0 s of 720 s',
  ]);
  expect(durations([step('lint', 9)], 655)).toEqual(['whole run 655.0 s of 720 s']);
});
