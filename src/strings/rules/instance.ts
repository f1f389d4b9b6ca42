import type { RuleText } from './text.ts';

/** Backup instance step (3b). */
export const instanceTexts = {
  'instance.required': { say: 'Select the backup instance to restore.' },
  'instance.one-only': { say: 'Each restore restores one VM.' },
  'instance.secondary.toggle': {
    say: 'The secondary region is available only for VMs whose vault has Cross Region Restore on.',
  },
  'instance.secondary.crr-types-only': {
    say: 'The secondary region lists only item types that support Cross Region Restore.',
  },
  'instance.secondary.managed-only': {
    say: 'This VM has unmanaged disks. The secondary region requires managed disks.',
    instead: 'Restore in the primary region',
  },
  'instance.secondary.encrypted-listed': {
    say: 'Encrypted VMs with managed disks can be restored across regions. See the encryption rules for their keys.',
  },
  'instance.deleted-source': {
    say: 'The source VM no longer exists. Create new restores it, Replace existing can’t.',
    instead: 'Create new',
  },
  'instance.disk.pick': { say: 'Select the disk backup instance, here or from its Backup vault.' },
  'instance.default-subscription': {
    say: 'Default: the subscription that holds the restore points.',
  },
} as const satisfies Record<string, RuleText>;
