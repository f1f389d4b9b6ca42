import { elsewhere, ofDisk, type RuleCase } from './case.ts';

/** Restoring to another subscription. */
export const subscriptionCases: readonly RuleCase[] = [
  {
    id: 'T55-csr-ok',
    when: elsewhere,
    expected: { info: ['csr.scope'] },
    source: '000 §Cross Subscription Restore for Azure VM',
  },
  {
    id: 'T56-csr-disabled',
    given: { vault: { csrState: 'disabled' } },
    when: elsewhere,
    expected: {
      blocked: ['csr.disabled'],
      hidden: ['csr.lock-field'],
      info: ['csr.disabled.reenable'],
    },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
  {
    id: 'T57-csr-permanent',
    given: { vault: { csrState: 'permanentlyDisabled' } },
    when: elsewhere,
    expected: { blocked: ['csr.permanently-disabled'], hidden: ['csr.lock-field'] },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
  {
    id: 'T58-csr-permanent-reenable',
    given: { vault: { csrState: 'permanentlyDisabled' } },
    when: { action: 'setCsr', csrState: 'enabled' },
    expected: { blocked: ['csr.permanent.no-reenable'] },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
  {
    id: 'T59-csr-other-tenant',
    when: { ...elsewhere, subscriptionTenant: 'tenant-2' },
    expected: { blocked: ['csr.same-tenant'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T60-csr-snapshot',
    given: { point: { tier: 'Snapshot' } },
    when: elsewhere,
    expected: { blocked: ['point.csr.snapshot'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T61-csr-mixed-tier',
    given: { point: { tier: 'SnapshotAndVault' } },
    when: elsewhere,
    expected: { warned: ['point.csr.mixed'] },
    source: '000 §Restore options, Cross Subscription (gap G-05)',
  },
  {
    id: 'T62-csr-ade-disks',
    given: { vm: { encryption: 'ADE' } },
    when: { ...elsewhere, option: 'restoreDisks' },
    expected: { blocked: ['csr.ade'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T63-csr-unmanaged',
    given: { vm: { isManaged: false } },
    when: elsewhere,
    expected: { blocked: ['csr.managed-only'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T64-csr-identity-ok',
    when: { ...elsewhere, identity: 'system' },
    expected: { info: ['csr.identity.ok'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T67-csr-vault-moved',
    given: {
      vault: { csrState: 'disabled', movedSubscription: true, originalSubscription: 'sub-OLD' },
    },
    when: { subscription: 'sub-OLD', vnet: { subscription: 'sub-OLD' } },
    expected: { blocked: ['csr.disabled', 'csr.vault-moved'] },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
  {
    id: 'T118-disk-other-subscription-ok',
    given: { vault: { type: 'Backup' } },
    when: { ...ofDisk, subscription: 'sub-B' },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T148-replace-other-subscription',
    when: { option: 'replaceDisks', subscription: 'sub-B' },
    expected: { blocked: ['replace.subscription.not-applicable'] },
    source: '000 §Replace existing disks',
  },
  {
    id: 'T150-csr-no-rights',
    given: { target: { hasPermissions: false } },
    when: elsewhere,
    expected: { blocked: ['csr.rbac'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T164-csr-set-permanent',
    when: { action: 'setCsr', csrState: 'permanentlyDisabled' },
    expected: { warned: ['csr.permanent.irreversible'] },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
  {
    id: 'T165-csr-reenable-ok',
    given: { vault: { csrState: 'disabled' } },
    when: { action: 'setCsr', csrState: 'enabled' },
    expected: { info: ['csr.disabled.reenable'] },
    source: '000 §Cross Subscription Restore for Azure VM, note',
  },
];
