import { elsewhere, type RuleCase } from './case.ts';

/** Availability zones. */
export const zonesCases: readonly RuleCase[] = [
  {
    id: 'T68-czr-zrs-ok',
    given: { vm: { zone: '1' }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: { zone: '2' },
    expected: { info: ['czr.options.all-zones', 'czr.logical-zone'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T69-czr-grs-same-region-hidden',
    given: { vm: { zone: '1' } },
    expected: { hidden: ['czr.field.same-region-zrs'], info: ['czr.same-zone'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T70-czr-grs-same-region-forced',
    given: { vm: { zone: '1' } },
    when: { zone: '2' },
    expected: { blocked: ['czr.block.redundancy'], hidden: ['czr.field.same-region-zrs'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T72-czr-encrypted-hidden',
    given: {
      vm: { zone: '1', encryption: 'ADE' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
    },
    when: { option: 'restoreDisks' },
    expected: { hidden: ['czr.field.encrypted'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T73-czr-not-pinned-hidden',
    given: { vault: { redundancy: 'ZRS', crrEnabled: false } },
    expected: { hidden: ['czr.field.source-pinned'] },
    source: '000 §Restore in secondary region, zone summary (C-04)',
  },
  {
    id: 'T75-czr-replace-hidden',
    given: { vm: { zone: '1' }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: { option: 'replaceDisks' },
    expected: { hidden: ['czr.option', 'replace.zone.not-applicable'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T78-czr-default-zone',
    given: { vm: { zone: '3' }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    expected: { defaulted: ['czr.default-zone'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T79-zone-down-grs',
    given: { vm: { zone: '1' }, platform: { pinnedZoneDown: true }, vault: { crrEnabled: false } },
    expected: { blocked: ['czr.pinned-zone-down'] },
    source: '000 §Restore in secondary region',
  },
  {
    id: 'T141-csr-czr-logical',
    given: { vm: { zone: '1' }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: { ...elsewhere, zone: '2' },
    expected: { warned: ['czr.logical-zone.csr'], info: ['csr.combine'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'T142-czr-identity-same-region-ok',
    given: { vm: { zone: '1' }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: { zone: '2', identity: 'system' },
    expected: { info: ['czr.identity.ok'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'T143-czr-unmanaged',
    given: { vm: { zone: '1', isManaged: false }, vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: { zone: '2' },
    expected: { blocked: ['czr.managed-only'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'T151-czr-snapshot-forced',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'Snapshot' },
    },
    when: { zone: '2' },
    expected: { blocked: ['czr.block.snapshot'], hidden: ['point.czr.vault-only'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'P29-another-zone-from-both-tiers-by-the-documents',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'SnapshotAndVault' },
    },
    when: { zone: '2' },
    expected: {
      blocked: ['czr.block.snapshot'],
      hidden: ['point.czr.vault-only'],
      absent: ['platform.czr.both-tiers'],
    },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'P30-another-zone-from-both-tiers-by-newer-texts',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'SnapshotAndVault' },
      policy: { czrBothTiers: true },
    },
    when: { zone: '2' },
    expected: {
      warned: ['platform.czr.both-tiers'],
      info: ['czr.options.all-zones', 'czr.logical-zone'],
      absent: ['czr.block.snapshot', 'point.czr.vault-only'],
    },
    source: 'Restore VMs in the portal, 2026-05-04',
  },
  {
    id: 'P31-another-zone-from-a-snapshot-by-newer-texts',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'Snapshot' },
      policy: { czrBothTiers: true },
    },
    when: { zone: '2' },
    expected: {
      blocked: ['czr.block.snapshot'],
      hidden: ['point.czr.vault-only'],
      absent: ['platform.czr.both-tiers'],
    },
    source: 'Restore VMs in the portal, 2026-05-04',
  },
  {
    id: 'T152-czr-encrypted-forced',
    given: {
      vm: { zone: '1', encryption: 'ADE' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
    },
    when: { option: 'restoreDisks', zone: '2' },
    expected: { blocked: ['czr.block.encrypted'], hidden: ['czr.field.encrypted'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'T181-zone-down-zrs-mixed-point-disks',
    given: {
      vm: { name: 'erp-app-07', zone: '3' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'SnapshotAndVault' },
      platform: { pinnedZoneDown: true },
    },
    when: { option: 'restoreDisks' },
    expected: { blocked: ['czr.pinned-zone-down'], hidden: ['point.czr.vault-only'] },
    source: '000 §Restore in secondary region',
  },
  {
    id: 'T182-zone-down-zrs-no-zone-chosen-yet',
    given: {
      vm: { name: 'erp-app-08', zone: '2', encryption: 'SSE-PMK' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      platform: { pinnedZoneDown: true },
    },
    expected: {
      blocked: ['czr.pinned-zone-down'],
      defaulted: ['czr.default-zone'],
      info: ['czr.options.all-zones'],
    },
    source: '000 §Restore in secondary region (gap G-29)',
  },
  {
    id: 'T183-zone-down-zrs-other-zone-other-subscription',
    given: {
      vm: { name: 'erp-app-09', zone: '2' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      platform: { pinnedZoneDown: true },
    },
    when: { subscription: 'sub-erp-dr', vnet: { subscription: 'SUB-ERP-DR' }, zone: '1' },
    expected: {
      warned: ['czr.logical-zone.csr'],
      info: ['csr.combine'],
      absent: ['czr.pinned-zone-down'],
    },
    source: '000 §Restore options, Cross Zonal; §Restore in secondary region',
  },
  {
    id: 'T183a-zone-down-same-place-other-number',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      target: { ownZone: '2' },
      platform: { pinnedZoneDown: true },
    },
    when: { ...elsewhere, zone: '2' },
    expected: { blocked: ['czr.pinned-zone-down'], warned: ['czr.logical-zone.csr'] },
    source: '000 §Restore options, Cross Zonal; §Restore in secondary region',
  },
  {
    id: 'T183b-zone-down-same-number-other-place',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      target: { ownZone: '2' },
      platform: { pinnedZoneDown: true },
    },
    when: { ...elsewhere, zone: '1' },
    expected: {
      warned: ['czr.logical-zone.csr'],
      absent: ['czr.pinned-zone-down', 'czr.same-zone'],
    },
    source: '000 §Restore options, Cross Zonal; §Restore in secondary region',
  },
  {
    id: 'T183c-default-zone-is-the-same-place',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      target: { ownZone: '2' },
    },
    when: { ...elsewhere, zone: '2' },
    expected: { info: ['czr.same-zone'], absent: ['czr.rbac'] },
    source: '000 §Create a VM; §Restore options, Cross Zonal',
  },
  {
    id: 'T188-both-policy-switches-on',
    given: {
      vm: { name: 'lab-vm5' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      policy: { czrNonPinned: true, networkStepAlways: true },
    },
    when: { zone: '2' },
    expected: {
      required: ['network.required'],
      defaulted: ['network.default'],
      info: ['czr.options.all-zones'],
      absent: ['czr.field.source-pinned', 'network.feature-scope'],
    },
    source:
      '000 §Restore options, Cross Zonal (C-04); §Assign network access settings during restore (gap G-09)',
  },
];
