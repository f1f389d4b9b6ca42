import { sentences } from '#src/strings/sentences.ts';

/** Texts for the page of a VM that Commvault protects. */
export const commvaultInstance = sentences({
  what: 'this VM of Commvault',
  facts: {
    host: 'CommServe',
    guid: 'VM ID',
    lastJob: 'Last job',
    restore: 'Restore',
    enabled: 'Enabled',
    disabled: 'Disabled in Commvault',
    passkey: 'Passkey for restore',
    required: 'Required',
    notRequired: 'Not required',
    deletedMeans: 'The VM is gone from Azure. Its backups are kept.',
  },
  blocked: {
    title: 'You can’t restore this VM here',
    disabled:
      'Restore is disabled for this VM in Commvault. Ask a Commvault administrator to enable it.',
    passkey:
      'Commvault requires a passkey to restore this VM. Restore Center doesn’t ask for passkeys. Restore it in Command Center.',
  },
  points: {
    what: 'the finished backups of this VM',
    none: 'This VM has no finished backup.',
    noneBody: 'Commvault reports no backup job of the last year that ended with data.',
    heads: { job: 'Backup job', consistency: 'Consistency', size: 'Size' },
    count: (total: number, text: string) =>
      `${text} ${total === 1 ? 'restore point' : 'restore points'}`,
  },
} as const);
