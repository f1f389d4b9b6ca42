import type { RuleText } from './text.ts';

/** Backup instance step (3b). */
export const instanceTexts = {
  'instance.required': { say: 'Select the protected machine to restore.' },
  'instance.one-only': { say: 'One restore brings back one machine.' },
  'instance.secondary.toggle': {
    say: 'The secondary region is shown only for virtual machines, and only where the vault has Cross Region Restore on.',
  },
  'instance.secondary.crr-types-only': {
    say: 'The secondary region lists only the item types that Cross Region Restore supports.',
  },
  'instance.secondary.managed-only': {
    say: 'Only machines on managed disks can be restored in the secondary region. This one has unmanaged disks.',
    instead: 'Restore in the primary region',
  },
  'instance.secondary.encrypted-listed': {
    say: 'Encrypted managed machines can be restored across regions too. What changes for their keys is said with the encryption.',
  },
  'instance.deleted-source': {
    say: 'The source machine no longer exists. Replace existing cannot be used; Create new can.',
    instead: 'Create new',
  },
  'instance.disk.pick': { say: 'Select the disk backup instance, here or from its Backup vault.' },
  'instance.default-subscription': {
    say: 'The subscription that holds the restore points is filled in.',
  },
} as const satisfies Record<string, RuleText>;
