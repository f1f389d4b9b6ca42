import type { RuleText } from './text.ts';

/** Configuration step: choosing the option (3d). */
export const configTexts = {
  'config.option.required': {
    say: 'Select what to restore: a VM or its disks under Create new, or Replace existing.',
  },
  'config.restore-type.create-new': { say: 'Select Create new virtual machine or Restore disks.' },
  'config.restore-type.replace': { say: 'Replace disk/s is the only type under Replace existing.' },
  'config.purpose.create-vm': { say: 'Quickly creates a running VM with basic settings.' },
  'config.purpose.restore-disks': {
    say: 'For a custom VM, with settings that the backup lacks or only the template or PowerShell can set.',
  },
  'config.purpose.replace': {
    say: 'Replaces the VM’s current disks with those of the restore point.',
  },
  'config.no-permission.fallback': {
    say: 'You don’t have permission to create a VM. Restore the disks, then deploy the generated template.',
    instead: 'Restore disks',
  },
} as const satisfies Record<string, RuleText>;
