import { sentences } from '#src/strings/sentences.ts';

/** Texts that the list of checks has for every datasource. */
export const checks = sentences({
  state: {
    passed: 'Passed',
    checking: 'Checking',
    notChecked: 'Not checked',
    warned: 'Warning',
  },
  checkAgain: 'Check again',
  again: (what: string) => `Try again: ${what}`,
  after: (what: string) => `Check again: ${what}`,
  job: (machine: string, since: string | null) =>
    since === null
      ? `Restore of ${machine}, in progress`
      : `Restore of ${machine}, in progress since ${since}`,
  goToField: (step: string) => `Change it in ${step}`,
} as const);
