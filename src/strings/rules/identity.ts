import type { RuleText } from './text.ts';

/** Managed identities and permissions (3o). */
export const identityTexts = {
  'identity.rbac.create-vm': {
    say: 'You don’t have permission to restore to a new VM. Restore the disks, then deploy the generated template.',
    instead: 'Restore disks',
    short: 'Your role doesn’t allow it',
  },
  'identity.choices': {
    say: 'Restore without an identity, or with a system-assigned or user-assigned identity of the vault.',
  },
  'identity.managed-only': {
    say: 'Managed identities require a VM with managed disks that isn’t classic.',
    instead: 'Restore without an identity',
    short: 'Not for this VM',
  },
  'identity.hide': {
    say: 'Not available: managed identities require a VM with managed disks that isn’t classic.',
  },
  'identity.on-vault': {
    say: 'The vault doesn’t have this identity. Add it under the vault’s Identity, or select another.',
    instead: 'Restore without an identity',
    short: 'Not attached to the vault',
  },
  'identity.user.resource-id': { say: 'Enter the resource ID of the identity.' },
  'identity.permissions': {
    say: 'The identity lacks permissions. On both the staging storage account and the target resource group, assign it VM restore operator or the listed actions.',
    instead: 'Restore without an identity',
    short: 'Lacks permissions',
  },
  'identity.scope.both': {
    say: 'The identity needs its permissions on both the staging storage account and the target resource group.',
  },
  'identity.purpose': {
    say: 'The identity accesses the storage account and cleans up if the restore fails.',
  },
  'identity.clouds': {
    say: 'Managed identities are available in all regions of the public and national clouds.',
  },
  'identity.create-input': { say: 'The identity is part of the restore configuration.' },
} as const satisfies Record<string, RuleText>;
