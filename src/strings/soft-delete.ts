import { sentences } from '#src/strings/sentences.ts';

/** Texts for backups that are deleted softly. */
export const softDelete = sentences({
  title: 'Soft-deleted backup',
  state: 'Soft-deleted',
  /** Until Azure deletes the restore points. */
  left: (duration: string) => `${duration} left`,
  over: 'Retention is over',
  notReported: 'end not reported',
  inList: (state: string, left: string) => `${state}, ${left}`,
  /** Why Restore can’t be selected. */
  held: 'Soft-deleted. Undelete it first.',
  since: (time: string) => `This backup is soft-deleted since ${time}.`,
  ends: (time: string, left: string) => `Azure deletes its restore points ${time} (${left}).`,
  endNotReported: 'Azure doesn’t report when it deletes the restore points.',
  next: 'You can’t restore it now. Undelete it, then restore.',
  noPoints:
    'Azure doesn’t list the restore points of a soft-deleted disk. Undelete it to view them.',
  start: 'Undelete',
  notNow: 'Not now',
  button: 'Undelete',
  what: 'the undelete action',
  sentence: (name: string) => `Undelete the backup of ${name}`,
  line: {
    state: (name: string) =>
      `The backup of ${name}: protection stopped, no longer soft-deleted. You can restore it`,
    points: 'Azure keeps the restore points until someone deletes them or resumes protection',
    source: (name: string) => `${name} itself. No backup starts`,
  },
  permission: 'Requires Backup Contributor on the vault. Backup Operator isn’t enough.',
  notLookedAt: (vaults: readonly string[]) =>
    `Couldn’t check for soft-deleted disks in: ${vaults.join(', ')}.`,
  notLookedAtAll: 'Couldn’t check for soft-deleted disks.',
} as const);
