import type { RuleText } from './text.ts';

/** Encryption and Key Vault (3m). */
export const encryptionTexts = {
  'encryption.ade.create-vm': {
    say: 'A VM with Azure Disk Encryption is rebuilt from its disks. Restore the disks, then use the template or PowerShell.',
    instead: 'Restore disks',
    short: 'Azure Disk Encryption: restore the disks',
  },
  'encryption.ade.disks-same': {
    say: 'Encrypted disks are restored like any others.',
  },
  'encryption.ade.recreate': {
    say: 'Create the VM from its disks by template or PowerShell.',
  },
  'encryption.ade.linux-extension': {
    say: 'Then reinstall the disk encryption extension to open and mount the data disks.',
  },
  'encryption.request-body': {
    say: 'encryptionDetails states whether the source is encrypted, if the restore point reports it.',
  },
  'encryption.cmk.create-ok': {
    say: 'A VM with customer-managed keys can be restored as a new VM. No document forbids it.',
  },
} as const satisfies Record<string, RuleText>;
