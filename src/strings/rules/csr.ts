import type { RuleText } from './text.ts';

/** Cross Subscription Restore (3i). */
export const csrTexts = {
  'csr.enabled-by-default': {
    say: 'Cross Subscription Restore is on for this vault by default.',
  },
  'csr.disabled': {
    say: 'Cross Subscription Restore is off for this vault. Turn it on first under vault, Properties, Cross Subscription Restore, Enable, or keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Cross Subscription Restore is off',
  },
  'csr.permanently-disabled': {
    say: 'Cross Subscription Restore is permanently disabled on this vault. Keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Cross Subscription Restore is permanently disabled',
  },
  'csr.permanent.irreversible': { say: 'Permanently disabling it can’t be undone.' },
  'csr.permanent.no-reenable': {
    say: 'Cross Subscription Restore is permanently disabled on this vault and can’t be turned on again.',
  },
  'csr.disabled.reenable': {
    say: 'You can turn it on again: vault, Properties, Cross Subscription Restore, Enable.',
  },
  'csr.lock-field': {
    say: 'Fixed to the default subscription because Cross Subscription Restore is off for this vault.',
  },
  'csr.same-tenant': {
    say: 'The target subscription must be in the vault’s tenant. Select another subscription.',
    instead: 'Keep the default subscription',
    short: 'In another tenant',
  },
  'csr.rbac': {
    say: 'You don’t have permission to restore in this subscription. Select one where you do.',
    instead: 'Keep the default subscription',
    short: 'No permission',
  },
  'csr.managed-only': {
    say: 'Only VMs with managed disks can be restored to another subscription.',
    instead: 'Keep the default subscription',
    short: 'Unmanaged disks stay in the default subscription',
  },
  'csr.ade': {
    say: 'A VM with Azure Disk Encryption can’t be restored to another subscription.',
    instead: 'Keep the default subscription',
    short: 'Azure Disk Encryption stays in the default subscription',
  },
  'csr.identity.ok': {
    say: 'A restore to another subscription can use managed identities.',
  },
  'csr.combine': {
    say: 'A restore to another subscription can also use another region or zone. All their rules apply.',
  },
  'csr.vault-moved': {
    say: 'The vault was moved while Cross Subscription Restore was off, so restores to its original subscription fail. Select its current subscription.',
    instead: 'Keep the default subscription',
    short: 'Subscription before the vault moved',
  },
  'csr.scope': { say: 'Whole VMs and disks can be restored to another subscription.' },
} as const satisfies Record<string, RuleText>;
