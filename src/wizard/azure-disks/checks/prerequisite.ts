import type { Grant } from '#src/api/authorization/role-assignments/grant.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import type { diskChecks } from '#src/strings/disk-checks.ts';
import type { LabelledCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import type { Read } from '#src/wizard/draft/reads.ts';

export type PrerequisiteId = keyof typeof diskChecks.prerequisites.name;
export type PrerequisiteState = keyof typeof diskChecks.prerequisites.state;

/** One thing that has to be there before a disk is restored (document 002, Restore to create a new disk). */
export interface Prerequisite {
  readonly id: PrerequisiteId;
  readonly state: PrerequisiteState;
  /** What was found, or why nothing was. */
  readonly found: string;
  /** When it was read; null: it was not. */
  readonly at: Instant | null;
  /** The role that is not there; null: none is missing, or nobody could be given it. */
  readonly lacks: Grant | null;
  /** When the role counts, or has begun to, that was given a short while ago; null: none was. */
  readonly countsAt: Instant | null;
  /** Restores in progress with the same target, or perhaps with it. */
  readonly jobs: readonly Job[];
  /** Reads what could not be read once more. */
  readonly again: (() => void) | null;
  /** What an owner can run; null: nothing helps, or a role has a command of its own. */
  readonly command: LabelledCommand | null;
}

const NOTHING = {
  at: null,
  lacks: null,
  countsAt: null,
  jobs: [],
  again: null,
  command: null,
} as const;

/** A line with nothing to be done about it. */
export function line(
  id: PrerequisiteId,
  state: PrerequisiteState,
  found: string,
  more: Partial<Prerequisite> = {},
): Prerequisite {
  return { ...NOTHING, id, state, found, ...more };
}

/**
 * A line about what is not known: being read, waiting for another read, or not to be had. What could
 * not be read has not passed.
 */
export function unreadLine(
  id: PrerequisiteId,
  read: Exclude<Read<unknown>, { state: 'known' }>,
  words: { readonly notRead: (why: string) => string; readonly waits: string },
): Prerequisite {
  if (read.state === 'loading') return line(id, 'reading', '');
  if (!('trouble' in read) || read.trouble === undefined) {
    return line(id, 'notChecked', words.waits);
  }
  const { problem, readAgain } = read.trouble;
  return line(id, 'notChecked', words.notRead(problem.message), { again: readAgain });
}
