import type { RuleText } from './text.ts';

/** Backing up restored VMs (3v). */
export const backupAgainTexts = {
  'backup-again.continues': {
    say: 'Same resource group, same name: the new machine goes on being backed up.',
  },
  'backup-again.setup': {
    say: 'The new machine has another group or another name: set up backup for it.',
  },
  'backup-again.template-vm': {
    say: 'A machine built from the disks under another name or in another group is not protected. Set up backup for it.',
  },
} as const satisfies Record<string, RuleText>;
