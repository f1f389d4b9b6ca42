import type { StepResult } from './tally.ts';

/** The name of the step that runs the browser tests. */
export const browserStep = 'browser tests';

/** What two cores of a quiet machine should need, in seconds. Machines differ, so these fail nothing. */
const budgets = { browser: 8 * 60, all: 12 * 60 };

function beside(name: string, seconds: number, budget: number): string {
  return `${name} ${seconds.toFixed(1)} s of ${budget} s`;
}

/** How long the browser tests and the whole run took, each beside its budget. */
export function durations(results: readonly StepResult[], seconds: number): string[] {
  const browser = results.find(({ name }) => name === browserStep);
  return [
    ...(browser === undefined ? [] : [beside(browserStep, browser.seconds, budgets.browser)]),
    beside('whole run', seconds, budgets.all),
  ];
}
