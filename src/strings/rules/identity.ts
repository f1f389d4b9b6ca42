import type { RuleText } from './text.ts';

/** Managed identities and permissions (3o). */
export const identityTexts = {
  'identity.rbac.create-vm': {
    say: 'You don’t have permission to restore to a new VM. Restore the disks, then deploy the generated template.',
    instead: 'Restore disks',
    short: 'Your role doesn’t allow it',
  },
  'identity.choices': {
    say: 'Restore without an identity, with the vault’s system-assigned identity, or with a user-assigned one.',
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
    say: 'The identity lacks permissions. Assign it VM restore operator on the staging storage account and on the target resource group, or the listed actions.',
    instead: 'Restore without an identity',
    short: 'Lacks permissions',
  },
  'identity.scope.both': {
    say: 'The identity needs its permissions on both the staging storage account and the target resource group.',
  },
  'identity.purpose': {
    say: 'The restore uses the identity to access the storage account, and to clean up if it fails.',
  },
  'identity.clouds': {
    say: 'Managed identities are available in all regions of the public and national clouds.',
  },
  'identity.create-input': { say: 'The identity is part of the restore configuration.' },
} as const satisfies Record<string, RuleText>;
