import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts of Review: its head, its tabs, and what Restore still needs. */
export const review = sentences({
  tabs: {
    checks: 'Checks',
    selections: 'Selections',
    request: 'Request',
    commands: 'Commands',
  },
  tabList: 'Details',
  loss: { lost: 'Data loss', notInCopy: 'Data loss in the copy' },
  ready: 'Ready, if restored now',
  cancel: 'Cancel',
  cancelUntil: 'Cancel until',
  /** Beside Restore, before what it needs. */
  needs: (button: string) => `${button} needs`,
  confirmation: 'Your confirmation',
  /** In the sum of the checks. */
  toConfirm: (count: number) => plural(count, '1 confirmation', `${String(count)} confirmations`),
  columns: { state: 'State', check: 'Check', found: 'Found', part: 'Part', way: 'Way on' },
  morePassed: (count: number) =>
    plural(count, '1 more check passed', `${String(count)} more checks passed`),
  /** The name of a rule about no field. */
  constraint: 'Constraint',
  always: 'Applies to every restore of this kind',
  happens: 'What happens',
  loading: 'Loading…',
  /** As in "Couldn’t load your selections." */
  late: { selections: 'your selections', request: 'the request', commands: 'the commands' },
  /** As in "Couldn’t load the notes on earlier requests." */
  notes: 'the notes on earlier requests',
} as const);
