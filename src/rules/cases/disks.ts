import type { RuleCase } from './case.ts';

/** Restoring disks. */
export const disksCases: readonly RuleCase[] = [
  {
    id: 'T12-no-rbac-restore-disks-ok',
    given: { operator: { canRestoreVm: false } },
    when: { option: 'restoreDisks' },
    expected: { hidden: ['restore-disks.hide-vm-fields'] },
    source: '000 §Before you start',
  },
  {
    id: 'T22-disks-vault-small-vhd',
    when: { option: 'restoreDisks' },
    expected: {
      info: ['restore-disks.vhd.vault-under-4tb'],
      checklist: ['restore-disks.vhd.cleanup'],
    },
    source: '000 §Storage accounts',
  },
  {
    id: 'T23-disks-vault-over-4tb',
    given: { vm: { maxDiskGiB: 8192 } },
    when: { option: 'restoreDisks' },
    expected: { info: ['restore-disks.vhd.over-4tb-none'] },
    source: '000 §Restore disks, note',
  },
  {
    id: 'T24-disks-instant',
    given: { point: { tier: 'Snapshot' } },
    when: { option: 'restoreDisks' },
    expected: { hidden: ['point.czr.vault-only'], info: ['restore-disks.instant.template-only'] },
    source: '000 §Restore disks',
  },
  {
    id: 'T26-disks-new-rg-taken',
    when: { option: 'restoreDisks', rgIsNew: true, rg: 'testRG' },
    expected: { blocked: ['restore-disks.rg.new-unique'] },
    source: '000 §Restore disks',
  },
  {
    id: 'T99-dc-multi-domain-disks-ok',
    given: { vm: { dc: 'single-dc-multi-domain' } },
    when: { option: 'restoreDisks' },
    source: '000 §Restore domain controller VMs',
  },
  {
    id: 'T155-disks-missing-fields',
    when: { option: 'restoreDisks', rg: null, staging: null },
    expected: { required: ['restore-disks.rg.required', 'restore-disks.staging.required'] },
    source: '000 §Restore disks',
  },
  {
    id: 'T160-template-terms',
    when: { option: 'restoreDisks', action: 'deployTemplate', templateValues: {} },
    expected: { required: ['template.terms'] },
    source: '000 §Use templates to customize a restored VM',
  },
  {
    id: 'T185-disks-4tb-exact-and-6tb-stage-nothing',
    given: { vm: { name: 'media-02', diskSizesGiB: [4096, 6144], maxDiskGiB: 6144 } },
    when: { option: 'restoreDisks' },
    expected: {
      info: ['restore-disks.vhd.over-4tb-none', 'restore-disks.disks-to-rg'],
      absent: [
        'restore-disks.vhd.vault-under-4tb',
        'restore-disks.vhd.cleanup',
        'restore-disks.vhd.then-managed',
        'staging.cost',
      ],
    },
    source: '000 §Restore disks, note (gap G-06)',
  },
];
