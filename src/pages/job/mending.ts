import type { JobError } from '#src/model/job.ts';
import type { MendingField } from '#src/model/mending.ts';
import type { mend } from '#src/strings/mend.ts';

/** What is known of an error: its documented cause, and the field of the wizard that mends it. */
export interface Mending {
  readonly about: keyof typeof mend;
  readonly field: MendingField;
}

/**
 * By Azure's name of the error, in small letters; those alone whose cause is documented
 * (azure-contract §12, rows of jobs and of validation).
 */
const MENDINGS: Readonly<Record<string, Mending>> = {
  usererrorinstantrpnotfound: { about: 'point', field: 'point' },
  usererrorbcmdatasourcenotpresent: { about: 'machineGone', field: 'group' },
  usererrorvmnotshutdown: { about: 'running', field: 'confirmReplace' },
  olrbackupfailed: { about: 'unsafe', field: 'group' },
  usererrorcorecountsubscriptionquotareached: { about: 'cores', field: 'option' },
};

/** What mends an error; null for one whose cause is not documented. Code and title may change places. */
export function mendingOf({ code, title }: Pick<JobError, 'code' | 'title'>): Mending | null {
  const names = [title, code].map((name) => name.trim().toLowerCase());
  const known = names.find((name) => Object.hasOwn(MENDINGS, name));
  return known === undefined ? null : (MENDINGS[known] ?? null);
}
