/** What can go wrong with a press of Restore and what it comes to, for the tests with a browser and those without. */

/**
 * What the product says in the end. `likely`: a job that could be ours. `ofAnother`: another request started it.
 */
export type Says = 'job' | 'refused' | 'signIn' | 'unknown' | 'likely' | 'ofAnother';

export interface PressTrouble {
  /** Faults of the simulation by their names. */
  readonly faults: readonly string[];
  /** How many restores the service accepts. */
  readonly accepted: 0 | 1;
  readonly says: Says;
}

const LOST = 'restore-answer-lost';

const refused = (fault: string): PressTrouble => ({
  faults: [fault],
  accepted: 0,
  says: 'refused',
});

export const pressTroubles = {
  nothing: { faults: [], accepted: 1, says: 'job' },
  'a lost answer': { faults: [LOST], accepted: 1, says: 'job' },
  'a lost request': { faults: ['restore-request-lost'], accepted: 0, says: 'unknown' },
  'a server error after the work': {
    faults: ['restore-accepted-but-500'],
    accepted: 1,
    says: 'job',
  },
  'headers that cannot be read': { faults: ['restore-hidden-headers'], accepted: 1, says: 'job' },
  'Location alone': { faults: ['restore-location-only'], accepted: 1, says: 'job' },
  'a job without details': { faults: [LOST, 'empty-bags'], accepted: 1, says: 'job' },
  'a job that tells nothing': {
    faults: [LOST, 'empty-bags', 'ids-unreported'],
    accepted: 1,
    says: 'likely',
  },
  'a replaced ID': { faults: [LOST, 'restore-id-replaced'], accepted: 1, says: 'ofAnother' },
  'a clock an hour ahead': { faults: [LOST, 'clock-off:60'], accepted: 1, says: 'job' },
  'a clock an hour behind': { faults: [LOST, 'clock-off:-60'], accepted: 1, says: 'job' },
  'no right to restore': refused('restore-forbidden'),
  'a conflict': refused('restore-conflict'),
  'a token of other claims': { faults: ['restore-challenge'], accepted: 0, says: 'signIn' },
  'no token': { faults: ['signed-out'], accepted: 0, says: 'signIn' },
  'a pause of 20 s': refused('restore-throttled:20'),
  'a pause until a date': refused('restore-throttled-date:20'),
  'a pause of an hour': refused('restore-throttled:3600'),
  'a pause without an end': refused('restore-throttled-bare'),
  'the page of a proxy': { faults: ['restore-html-page:200'], accepted: 0, says: 'unknown' },
  'half an answer': { faults: ['restore-half-body'], accepted: 1, says: 'job' },
  'no answer': { faults: ['restore-never-answers'], accepted: 1, says: 'job' },
  'no arrival': { faults: ['restore-never-arrives'], accepted: 0, says: 'unknown' },
  'a slow answer': { faults: ['restore-slow:60'], accepted: 1, says: 'job' },
} as const satisfies Readonly<Record<string, PressTrouble>>;
export type TroubleName = keyof typeof pressTroubles;

/** What comes to something else with a CommServe. */
export const byCommvault: Readonly<Partial<Record<TroubleName, Partial<PressTrouble>>>> = {
  // Its ID is in the body.
  'a replaced ID': { says: 'job' },
  // By which the job would be certain.
  'a job that tells nothing': { faults: [LOST, 'commvault-no-description'] },
  'a token of other claims': { says: 'refused' },
  // Azure’s, which a CommServe doesn’t ask for.
  'no token': { accepted: 1, says: 'job' },
};

/** What a browser alone has: a sign-in, and waits that end by time. */
const OF_A_BROWSER = /^(?:signed-out|restore-never|restore-slow)/;

/** Whether a trouble can be tried without a browser. */
export const needsNoBrowser = ({ faults }: Pick<PressTrouble, 'faults'>): boolean =>
  !faults.some((fault) => OF_A_BROWSER.test(fault));
