import { asManaged, hasDiskOver4Tb, laysVhds, leavesVhds, listed, readsVault } from '../derived.ts';
import { all } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000, doc001 } from '../sources.ts';

/** Restore disks, and the template it makes (3f). */
export const restoreDisksRules = rules('restore-disks', [
  {
    id: 'restore-disks.rg.required',
    kind: 'require-field',
    field: 'rg',
    when: (_, c) => c.option === 'restoreDisks' && !c.rg,
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.rg.new-unique',
    kind: 'block',
    field: 'rg',
    when: ({ target }, c) =>
      c.option === 'restoreDisks' && c.rgIsNew && listed(target.rgNames, c.rg),
    instead: [{ field: 'rg' }],
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.staging.required',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.option === 'restoreDisks' && c.staging === null,
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.hide-vm-fields',
    kind: 'hide-field',
    field: ['vmName', 'vnet', 'subnet'],
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.disks-to-rg',
    kind: 'info',
    field: 'rg',
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.isManaged,
    source: [doc000('Restore disks'), doc001('Restore disks of the VM')],
  },
  {
    id: 'restore-disks.all-disks',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc001('Understand restore scenarios')],
  },
  {
    id: 'restore-disks.unmanaged-blobs',
    kind: 'info',
    field: 'staging',
    when: (facts, c) => c.option === 'restoreDisks' && !facts.vm.isManaged && !asManaged(facts, c),
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.vhd.vault-under-4tb',
    kind: 'info',
    field: 'staging',
    when: (facts, c) => c.option === 'restoreDisks' && laysVhds(facts, c),
    source: [doc000('Storage accounts'), doc000('Restore disks')],
  },
  {
    id: 'restore-disks.vhd.over-4tb-none',
    kind: 'info',
    field: 'staging',
    when: (facts, c) =>
      c.option === 'restoreDisks' &&
      all(
        () => facts.vm.isManaged,
        () => readsVault(facts, c),
        () => hasDiskOver4Tb(facts.vm),
      ),
    source: [doc000('Restore disks, note')],
  },
  {
    id: 'restore-disks.instant.template-only',
    kind: 'info',
    field: 'staging',
    when: (facts, c) => c.option === 'restoreDisks' && facts.vm.isManaged && !readsVault(facts, c),
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.vhd.then-managed',
    kind: 'info',
    field: 'staging',
    when: (facts, c) => c.option === 'restoreDisks' && leavesVhds(facts, c),
    source: [doc000('Storage accounts'), doc000('Restore disks')],
  },
  {
    id: 'restore-disks.vhd.cleanup',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option === 'restoreDisks' && leavesVhds(facts, c),
    source: [doc000('Storage accounts'), doc000('Restore disks')],
  },
  {
    id: 'restore-disks.next-uses',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Restore disks'), doc001('Restore disks of the VM')],
  },
  {
    id: 'restore-disks.performance',
    kind: 'info',
    field: null,
    when: ({ vm }, c) => c.option === 'restoreDisks' && vm.isManaged,
    source: [doc000('Restore disks, note')],
  },
  {
    id: 'restore-disks.csr.field',
    kind: 'info',
    field: 'subscription',
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Restore disks')],
  },
  {
    id: 'restore-disks.czr.field',
    kind: 'info',
    field: 'zone',
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Restore disks')],
  },
  {
    id: 'template.deploy.where',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'template.deploy.shared-key-off',
    kind: 'block',
    field: null,
    when: (_, c) =>
      c.action === 'deployTemplate' && c.staging !== null && !c.staging.allowSharedKey,
    source: [doc000('Use templates to customize a restored VM, note')],
  },
  {
    id: 'template.deploy.shared-key-off.early',
    kind: 'warn',
    field: 'staging',
    when: (_, c) => c.option === 'restoreDisks' && c.staging !== null && !c.staging.allowSharedKey,
    instead: [{ field: 'staging' }],
    source: [doc000('Use templates to customize a restored VM, note')],
  },
  {
    id: 'template.edit',
    kind: 'info',
    field: 'templateValues',
    when: (_, c) => c.action === 'deployTemplate',
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'template.terms',
    kind: 'require-field',
    field: 'acceptTerms',
    when: (_, c) => c.action === 'deployTemplate' && !c.acceptTerms,
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'template.values',
    kind: 'require-field',
    field: 'templateValues',
    when: (_, c) => c.action === 'deployTemplate' && !c.templateValues,
    source: [doc000('Use templates to customize a restored VM')],
  },
  {
    id: 'template.crr.vnet',
    kind: 'require-field',
    field: 'templateVnet',
    when: (_, c) => c.action === 'deployTemplate' && c.secondary && !c.templateVnet,
    source: [doc000('Restore in secondary region, note')],
  },
]);
