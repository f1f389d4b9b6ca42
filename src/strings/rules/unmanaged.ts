import type { RuleText } from './text.ts';

/** Unmanaged disks restored as managed (3l). */
export const unmanagedTexts = {
  'unmanaged.default': { say: 'Default: unmanaged disks stay unmanaged.' },
  'unmanaged.hide-when-managed': {
    say: 'Not needed: the VM’s disks are already managed.',
  },
  'unmanaged.encrypted': {
    say: 'A restore can’t convert the disks of an encrypted VM to managed disks. Keep them unmanaged.',
    instead: 'Keep the disks unmanaged',
    short: 'Encrypted disks stay unmanaged',
  },
  'unmanaged.vault-phase': {
    say: 'The disks are converted from vault data, not from a snapshot, so expect the duration of a vault-tier restore.',
  },
  'unmanaged.scope': {
    say: 'Available for a new virtual machine and for disks.',
  },
} as const satisfies Record<string, RuleText>;
