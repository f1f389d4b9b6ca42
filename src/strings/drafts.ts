import { plural } from '#src/lib/wording.ts';
import { files } from '#src/strings/file-runner.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

const { createVm, restoreDisks, replaceDisks } = wizard.configuration;

/** Texts for the page of drafts. */
export const drafts = sentences({
  about: 'Restores you started in this browser with this account, latest changes first',
  none: 'No drafts.',
  noneBody: 'Restores you start appear here. Sent ones stay, with a link to their job.',
  heads: {
    name: 'Name',
    kind: 'Restore type',
    point: 'Restore point',
    step: 'Step reached',
    changed: 'Changed',
    status: 'Status',
    actions: 'Actions',
  },
  noInstance: 'No backup instance selected',
  unreadable: 'Draft can’t be opened',
  notSelected: 'Not selected',
  kinds: {
    createVm,
    restoreDisks,
    replaceDisks,
    recoverFiles: 'File recovery',
    newDisk: 'New disk',
    'in-place': 'In place',
    'out-of-place': 'Out of place',
  },
  timeNotRead: (point: string) => `${point} (time not read)`,
  backup: (job: string) => `Backup job ${job}`,
  /** Of all wizards. */
  steps: {
    ...wizard.step,
    destination: 'Destination',
    vm: 'Virtual machines',
    options: 'Restore options',
    runner: files.runner,
  },
  status: {
    none: 'Not sent',
    earlier: 'Not sent. Outcome of an earlier request unknown.',
    refused: (service: string) => `Not sent. ${service} rejected the last request.`,
    preparing: 'Preparing the request',
    sending: 'Outcome unknown',
    lost: 'Outcome unknown',
    accepted: 'Restore request accepted',
    mounted: 'Disks mounted',
    job: 'Sent',
    broken: 'Damaged. It can’t be read.',
    otherVersion: 'Saved by another version',
    noDatasource: 'Datasource not available',
  },
  resume: 'Resume',
  open: 'Open',
  job: 'View job',
  actionOf: (action: string, name: string) => `${action}: ${name}`,
} as const);

const draftCount = (many: number): string => plural(many, '1 draft', `${String(many)} drafts`);

/** Texts for drafts that were stored before drafts belonged to an account. */
export const adoptedDraftsNote = sentences({
  title: 'Earlier drafts added',
  ofAccount: (many: number) =>
    `This browser had ${draftCount(many)} that belonged to no account. Now only the account you signed in with can see them.`,
  ofDemo: (many: number) =>
    `This browser had ${draftCount(many)} from an earlier version. Now only this demo can see them.`,
  dismiss: 'Dismiss',
} as const);
