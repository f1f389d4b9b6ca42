import { isCsr, isCzr, same, targetSubscription } from '../derived.ts';
import { either } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Cross Subscription Restore (3i). */
export const csrRules = rules('csr', [
  {
    id: 'csr.enabled-by-default',
    kind: 'default',
    field: null,
    when: ({ vault }) => vault.csrState === null,
    source: [doc000('Cross Subscription Restore for Azure VM')],
  },
  {
    id: 'csr.disabled',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vault.csrState === 'disabled',
    instead: [{ field: 'subscription', value: null }],
    source: [
      doc000('Restore options, Cross Subscription'),
      doc000('Cross Subscription Restore for Azure VM, note'),
    ],
  },
  {
    id: 'csr.permanently-disabled',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vault.csrState === 'permanentlyDisabled',
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.permanent.irreversible',
    kind: 'warn',
    field: 'csrState',
    when: (_, c) => c.action === 'setCsr' && c.csrState === 'permanentlyDisabled',
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
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.disabled.reenable',
    kind: 'info',
    field: 'subscription',
    when: ({ vault }) => vault.csrState === 'disabled',
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.lock-field',
    kind: 'hide-field',
    field: 'subscription',
    when: ({ vault }) => vault.csrState === 'disabled' || vault.csrState === 'permanentlyDisabled',
    set: ({ vault }) => vault.subscription,
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.same-tenant',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !same(c.subscriptionTenant, facts.vault.tenant),
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.rbac',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !facts.target.hasPermissions,
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Create a VM'), doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.managed-only',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && !facts.vm.isManaged,
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.ade',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vm.encryption === 'ADE',
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Restore options, Cross Subscription')],
  },
  {
    id: 'csr.identity.ok',
    kind: 'info',
    field: 'identity',
    when: (facts, c) => isCsr(facts, c) && c.identity !== 'none',
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
    instead: [{ field: 'subscription', value: null }],
    source: [doc000('Cross Subscription Restore for Azure VM, note')],
  },
  {
    id: 'csr.scope',
    kind: 'info',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c),
    source: [doc000('Restore options, Cross Subscription')],
  },
]);
