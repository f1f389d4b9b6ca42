import type { RuleText } from './text.ts';

/** Encryption and Key Vault (3m). */
export const encryptionTexts = {
  'encryption.ade.create-vm': {
    say: 'A machine under Azure Disk Encryption is rebuilt from its disks: restore the disks, then build the machine by template or PowerShell.',
    instead: 'Restore disks',
    short: 'Azure Disk Encryption: restore the disks',
  },
  'encryption.ade.disks-same': {
    say: 'The disks of an encrypted machine are restored like any others.',
  },
  'encryption.ade.recreate': {
    say: 'Rebuild the machine from its disks, by template or PowerShell.',
  },
  'encryption.ade.linux-extension': {
    say: 'Install the disk encryption extension again, so that the data disks open and can be mounted.',
  },
  'encryption.request-body': {
    say: 'The request says whether the source is encrypted, in encryptionDetails.',
  },
  'encryption.cmk.create-ok': {
    say: 'A machine with customer-managed keys can be restored as a new machine. No document forbids it.',
  },
} as const satisfies Record<string, RuleText>;
