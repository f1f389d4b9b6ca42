import { inSecondary, replacing, type RuleCase } from './case.ts';

/** Replacing disks in place. */
export const replaceCases: readonly RuleCase[] = [
  {
    id: 'T28-replace-ok',
    when: replacing,
    expected: {
      hidden: ['replace.hide-target-fields', 'replace.zone.not-applicable'],
      info: ['replace.presnapshot'],
      checklist: ['replace.originals-kept', 'replace.extensions.fine'],
    },
    source: '000 §Restore options',
  },
  {
    id: 'T29-replace-vm-deleted',
    given: { vm: { exists: false } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.source.exists'], warned: ['instance.deleted-source'] },
    source: '000 §Restore options',
  },
  {
    id: 'T30-replace-ade',
    given: { vm: { encryption: 'ADE' } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.encrypted'] },
    source: '000 §Restore options; 001 §Restore entire encrypted VM at alternate location',
  },
  {
    id: 'T31-replace-sse-pmk-ok',
    given: { vm: { encryption: 'SSE-PMK' } },
    when: { option: 'replaceDisks' },
    source: '000 §Restore options (gap G-02)',
  },
  {
    id: 'T32-replace-unmanaged',
    given: { vm: { isManaged: false } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.unmanaged'] },
    source: '000 §Restore options',
  },
  {
    id: 'T33-replace-classic-unmanaged',
    given: { vm: { isManaged: false, deployment: 'classic' } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.unmanaged', 'replace.classic'] },
    source: '000 §Restore options',
  },
  {
    id: 'T34-replace-generalized',
    given: { vm: { isGeneralized: true } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['replace.generalized'] },
    source: '000 §Restore options; 001 §Replace source VM',
  },
  {
    id: 'T35-replace-custom-image-ok',
    given: { vm: { fromCustomImage: true } },
    when: { option: 'replaceDisks' },
    expected: { info: ['replace.custom-image.allowed'] },
    source: '000 §Restore options (over 001)',
  },
  {
    id: 'T36-replace-user-identity-ok',
    given: { vm: { hasUserIdentity: true } },
    when: { option: 'replaceDisks' },
    expected: { info: ['replace.linked-resources.allowed'] },
    source: '000 §Restore options (over 001)',
  },
  {
    id: 'T37-replace-transfer-not-done',
    given: { point: { tier: 'Snapshot', transferToVaultDone: false } },
    when: { option: 'replaceDisks' },
    expected: { blocked: ['point.tier.snapshot-only.no-replace'] },
    source: '000 §Choose a VM restore configuration, note',
  },
  {
    id: 'T39-replace-fewer-disks',
    given: { point: { diskCount: 1 } },
    when: { option: 'replaceDisks' },
    expected: { warned: ['replace.disk-count'] },
    source: '000 §Restore options',
  },
  {
    id: 'T40-replace-in-secondary',
    when: { ...inSecondary, option: 'replaceDisks' },
    expected: { blocked: ['replace.no-secondary'], hidden: ['replace.zone.not-applicable'] },
    source: '000 §Restore options; 001 §Restore entire VM to another region at alternate location',
  },
  {
    id: 'T136-replace-mixed-tier-ok',
    given: { point: { tier: 'SnapshotAndVault' } },
    when: { option: 'replaceDisks' },
    expected: { hidden: ['point.czr.vault-only'] },
    source: '000 §Choose a VM restore configuration, note',
  },
  {
    id: 'T137-replace-over-4tb-no-vhd-row',
    given: { vm: { maxDiskGiB: 8192 } },
    when: { option: 'replaceDisks' },
    expected: { info: ['replace.presnapshot'] },
    source: '000 §Storage accounts, Replace disk',
  },
  {
    id: 'T156-replace-missing-staging',
    when: { option: 'replaceDisks', staging: null },
    expected: { required: ['replace.staging.required', 'replace.destructive.confirm'] },
    source: '000 §Replace existing disks',
  },
  {
    id: 'T184-replace-small-beside-5tb-licence-stays',
    given: {
      vm: {
        name: 'media-01',
        diskSizesGiB: [64, 5120],
        maxDiskGiB: 5120,
        hybridBenefit: true,
        isSql: true,
        staticIp: true,
      },
    },
    when: replacing,
    expected: {
      info: ['replace.vhd.vault-under-4tb'],
      checklist: ['replace.vhd.cleanup', 'staging.cost', 'replace.extensions.fine'],
      absent: ['special.hub.after', 'special.sql', 'after.static-ip'],
    },
    source:
      '000 §Storage accounts, Replace disk; §Restore VMs with special configurations, Hybrid Use Benefit (gap G-11)',
  },
];
