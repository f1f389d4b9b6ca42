import { plural } from '#src/lib/wording.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
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
  since: (time: string) => `since ${time}`,
  ready: 'Ready, if restored now',
  cancel: 'Cancel',
  /** Until when it can be canceled, in few words, with how that is known. */
  cancelUntil: {
    createVm: ['until the VM is created', 'our estimate'],
    restoreDisks: ['possible', 'until when isn’t reported'],
    replaceDisks: ['until disks are replaced', 'our estimate'],
  } satisfies Record<RestoreKind, readonly [until: string, basis: string]>,
  /** Beside Restore, before what it needs. */
  needs: (button: string) => `${button} needs`,
  confirmation: 'Your confirmation',
  /** In the sum of the checks. */
  toConfirm: (count: number) => plural(count, '1 confirmation', `${String(count)} confirmations`),
  columns: { state: 'State', check: 'Check', found: 'Found', part: 'Part', way: 'Way on' },
  morePassed: (count: number, names: string) =>
    `${plural(count, '1 more check passed', `${String(count)} more checks passed`)}: ${names}`,
  always: 'Applies to every restore of this kind',
  happens: 'What happens',
} as const);
