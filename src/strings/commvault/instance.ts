import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the page of a VM that Commvault protects. */
export const commvaultInstance = sentences({
  what: 'this Commvault VM',
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
    deletedMeans: 'The VM no longer exists in Azure, but its backups do.',
  },
  blocked: {
    title: 'You can’t restore this VM here',
    disabled:
      'Restore is disabled for this VM in Commvault. Ask a Commvault administrator to enable it.',
    passkey:
      'Commvault requires a passkey to restore this VM. Restore Center doesn’t support passkeys. Use Command Center.',
  },
  points: {
    what: 'the completed backups of this VM',
    none: 'This VM has no completed backups.',
    noneBody: 'Commvault reports no backup job with data in the last year.',
    heads: { job: 'Backup job', consistency: 'Consistency', size: 'Size' },
    count: (total: number, text: string) =>
      `${text} ${plural(total, 'restore point', 'restore points')}`,
  },
} as const);
