import type { RuleText } from './text.ts';

/** Cross Subscription Restore (3i). */
export const csrTexts = {
  'csr.enabled-by-default': {
    say: 'Cross Subscription Restore is on for this vault: nobody has changed it.',
  },
  'csr.disabled': {
    say: 'Cross Subscription Restore is off for this vault. To use another subscription, turn it on first: vault, Properties, Cross Subscription Restore, Enable. Or keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Cross Subscription Restore is off',
  },
  'csr.permanently-disabled': {
    say: 'Cross Subscription Restore is permanently disabled on this vault and can’t be turned on again. Keep the default subscription.',
    instead: 'Keep the default subscription',
    short: 'Cross Subscription Restore is permanently disabled',
  },
  'csr.permanent.irreversible': { say: 'Disabling permanently cannot be undone.' },
  'csr.permanent.no-reenable': {
    say: 'Cross Subscription Restore is disabled permanently on this vault. It cannot be turned on again.',
  },
  'csr.disabled.reenable': {
    say: 'It can be turned on again: vault, Properties, Cross Subscription Restore, Enable.',
  },
  'csr.lock-field': {
    say: 'Fixed to the default subscription: Cross Subscription Restore is off for this vault.',
  },
  'csr.same-tenant': {
    say: 'The target subscription must be in the vault’s tenant. Choose another subscription.',
    instead: 'Keep the default subscription',
    short: 'In another tenant',
  },
  'csr.rbac': {
    say: 'You have no rights to restore in this subscription. Choose one in which you have them.',
    instead: 'Keep the default subscription',
    short: 'No rights there',
  },
  'csr.managed-only': {
    say: 'Only machines on managed disks can be restored to another subscription.',
    instead: 'Keep the default subscription',
    short: 'Unmanaged disks stay in the default subscription',
  },
  'csr.ade': {
    say: 'A machine under Azure Disk Encryption cannot be restored to another subscription.',
    instead: 'Keep the default subscription',
    short: 'Azure Disk Encryption stays in the default subscription',
  },
  'csr.identity.ok': {
    say: 'Managed identities can be used with a restore to another subscription.',
  },
  'csr.combine': {
    say: 'A restore to another subscription can also go to another region or zone. The rules of each apply.',
  },
  'csr.vault-moved': {
    say: 'The vault was moved here while Cross Subscription Restore was off, so a restore to its first subscription fails. Choose the vault’s present subscription.',
    instead: 'Keep the default subscription',
    short: 'The vault’s subscription before its move',
  },
  'csr.scope': { say: 'Whole machines and disks can be restored to another subscription.' },
} as const satisfies Record<string, RuleText>;
