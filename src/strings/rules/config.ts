import type { RuleText } from './text.ts';

/** Configuration step: choosing the option (3d). */
export const configTexts = {
  'config.option.required': {
    say: 'Choose what to restore: under Create new a machine or its disks, or Replace existing.',
  },
  'config.restore-type.create-new': { say: 'Choose Create new virtual machine or Restore disks.' },
  'config.restore-type.replace': { say: 'Replace disk/s is the only type under Replace existing.' },
  'config.purpose.create-vm': { say: 'The quick way to a running machine with simple settings.' },
  'config.purpose.restore-disks': {
    say: 'For a machine of your own making: settings the backup did not have, or that only the template or PowerShell can set.',
  },
  'config.purpose.replace': {
    say: 'Puts the disks of the restore point in place of those the machine has now.',
  },
  'config.no-permission.fallback': {
    say: 'Your role may not create a virtual machine. Restore the disks, then deploy the template that the restore makes.',
    instead: 'Restore disks',
  },
} as const satisfies Record<string, RuleText>;
