import { isCsr, isCzr, same, targetSubscription } from '../derived.ts';
import { either } from '../known.ts';
import { doc000, rules, service } from '../rule.ts';

/** Cross Subscription Restore (3i). */
export const csrRules = rules('csr', [
  {
    id: 'csr.enabled-by-default',
    kind: 'default',
    field: null,
    when: ({ vault }) => vault.csrState === null,
    say: 'Cross Subscription Restore is on for this vault by default.',
    source: [doc000('Cross Subscription Restore for Azure VM')],
  },
  {
    id: 'csr.disabled',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vault.csrState === 'disabled',
    say: 'Cross Subscription Restore is off for this vault. Turn it on first under vault, Properties, Cross Subscription Restore, Enable, or keep the default subscription.',
    short: 'Cross Subscription Restore is off',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('The vault’s property must be on.'),
    source: [
      doc000('Restore options, Cross Subscription'),
      doc000('Cross Subscription Restore for Azure VM, note'),
    ],
    newer: true,
  },
  {
    id: 'csr.permanently-disabled',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vault.csrState === 'permanentlyDisabled',
    say: 'Cross Subscription Restore is permanently disabled on this vault. Keep the default subscription.',
    short: 'Cross Subscription Restore is permanently disabled',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('The vault’s property must be on, and this one can’t be turned on again.'),
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
    newer: true,
  },
  {
    id: 'csr.permanent.irreversible',
    kind: 'warn',
    field: 'csrState',
    when: (_, c) => c.action === 'setCsr' && c.csrState === 'permanentlyDisabled',
    say: 'Permanently disabling it can’t be undone.',
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.permanent.no-reenable',
    kind: 'block',
    field: 'csrState',
    when: ({ vault }, c) =>
      c.action === 'setCsr' &&
      vault.csrState === 'permanentlyDisabled' &&
      c.csrState !== 'permanentlyDisabled',
    say: 'Cross Subscription Restore is permanently disabled on this vault and can’t be turned on again.',
    by: service('The document calls the operation irreversible.'),
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.disabled.reenable',
    kind: 'info',
    field: 'subscription',
    when: ({ vault }) => vault.csrState === 'disabled',
    say: 'You can turn it on again: vault, Properties, Cross Subscription Restore, Enable.',
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.lock-field',
    kind: 'hide-field',
    field: 'subscription',
    when: ({ vault }) => vault.csrState === 'disabled' || vault.csrState === 'permanentlyDisabled',
    set: ({ vault }) => vault.subscription,
    say: 'Fixed to the default subscription because Cross Subscription Restore is off for this vault.',
    source: [doc000('Restore options, Cross Subscription')],
    newer: true,
  },
  {
    id: 'csr.same-tenant',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !same(c.subscriptionTenant, facts.vault.tenant),
    say: 'The target subscription must be in the vault’s tenant. Select another subscription.',
    short: 'In another tenant',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('Restores to another subscription stay within one tenant.'),
    source: [doc000('Restore options, Cross Subscription')],
    newer: true,
  },
  {
    id: 'csr.rbac',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !facts.target.hasPermissions,
    say: 'You don’t have permission to restore in this subscription. Select one where you do.',
    short: 'No permission',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('Role-based access decides.'),
    source: [doc000('Create a VM'), doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.managed-only',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !facts.vm.isManaged,
    say: 'Only VMs with managed disks can be restored to another subscription.',
    short: 'Unmanaged disks stay in the default subscription',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('The document allows only VMs with managed disks.'),
    source: [doc000('Restore options, Cross Subscription')],
    newer: true,
  },
  {
    id: 'csr.ade',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vm.encryption === 'ADE',
    say: 'A VM with Azure Disk Encryption can’t be restored to another subscription.',
    short: 'Azure Disk Encryption stays in the default subscription',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('The document calls it unsupported.'),
    source: [doc000('Restore options, Cross Subscription')],
    newer: true,
  },
  {
    id: 'csr.identity.ok',
    kind: 'info',
    field: 'identity',
    when: (facts, c) => isCsr(facts, c) && c.identity !== 'none',
    say: 'A restore to another subscription can use managed identities.',
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.combine',
    kind: 'info',
    field: 'subscription',
    when: (facts, c) =>
      isCsr(facts, c) &&
      either(
        () => c.secondary,
        () => isCzr(facts, c),
      ),
    say: 'A restore to another subscription can also use another region or zone. All their rules apply.',
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.vault-moved',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) =>
      (facts.vault.csrState === 'disabled' || facts.vault.csrState === 'permanentlyDisabled') &&
      facts.vault.movedSubscription &&
      same(targetSubscription(facts, c), facts.vault.originalSubscription),
    say: 'The vault was moved while Cross Subscription Restore was off, so restores to its original subscription fail. Select its current subscription.',
    short: 'Subscription before the vault moved',
    instead: {
      label: 'Keep the default subscription',
      set: [{ field: 'subscription', value: null }],
    },
    by: service('The document says that this restore fails.'),
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
    newer: true,
  },
  {
    id: 'csr.scope',
    kind: 'info',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c),
    say: 'Whole VMs and disks can be restored to another subscription.',
    source: [doc000('Restore options, Cross Subscription')],
    newer: true,
  },
]);
