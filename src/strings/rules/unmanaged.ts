import type { RuleText } from './text.ts';

/** Unmanaged disks restored as managed (3l). */
export const unmanagedTexts = {
  'unmanaged.default': { say: 'Unmanaged disks come back unmanaged unless you choose otherwise.' },
  'unmanaged.hide-when-managed': {
    say: 'Not asked: the machine’s disks are managed already.',
  },
  'unmanaged.encrypted': {
    say: 'The disks of an encrypted machine cannot be made managed by a restore. Keep them unmanaged.',
    instead: 'Keep the disks unmanaged',
    short: 'Encrypted disks stay unmanaged',
  },
  'unmanaged.vault-phase': {
    say: 'The disks become managed from the vault’s copy, not from a snapshot. Expect the time of a restore from the vault.',
  },
  'unmanaged.scope': {
    say: 'Offered for a new virtual machine and for disks.',
  },
} as const satisfies Record<string, RuleText>;
