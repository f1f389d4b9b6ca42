import type { RuleText } from './text.ts';

/** Backing up restored VMs (3v). */
export const backupAgainTexts = {
  'backup-again.continues': {
    say: 'Backup continues: the new VM has the same resource group and name.',
  },
  'backup-again.setup': {
    say: 'The new VM has another resource group or name. Set up backup for it.',
  },
  'backup-again.template-vm': {
    say: 'A VM created from the disks under another name or resource group isn’t backed up. Set up backup for it.',
  },
} as const satisfies Record<string, RuleText>;
