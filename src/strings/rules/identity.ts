import type { RuleText } from './text.ts';

/** Managed identities and permissions (3o). */
export const identityTexts = {
  'identity.rbac.create-vm': {
    say: 'Your role does not let you restore to a new machine. Restore the disks, then deploy the template that comes with them.',
    instead: 'Restore disks',
    short: 'Your role does not allow it',
  },
  'identity.choices': {
    say: 'Restore without an identity, with the vault’s system-assigned one, or with a user-assigned one.',
  },
  'identity.managed-only': {
    say: 'Managed identities work for machines on managed disks only, and not for classic ones.',
    instead: 'Restore without an identity',
    short: 'Not for this machine',
  },
  'identity.hide': {
    say: 'Not asked: identities are for machines on managed disks, and not for classic ones.',
  },
  'identity.on-vault': {
    say: 'The vault does not have this identity. Add it under the vault’s Identity, or choose another.',
    instead: 'Restore without an identity',
    short: 'Not attached to the vault',
  },
  'identity.user.resource-id': { say: 'Give the resource id of the identity.' },
  'identity.permissions': {
    say: 'The identity lacks rights. Give it VM restore operator on the staging account and on the target resource group, or the listed actions.',
    instead: 'Restore without an identity',
    short: 'Lacks rights',
  },
  'identity.scope.both': {
    say: 'Its rights must hold on the staging account and on the target resource group.',
  },
  'identity.purpose': {
    say: 'The identity reaches the storage account, and clears up when a restore fails.',
  },
  'identity.clouds': {
    say: 'Identities can be used in all regions of the public and national clouds.',
  },
  'identity.create-input': { say: 'The identity is part of the restore configuration.' },
} as const satisfies Record<string, RuleText>;
