import { inSecondary, type RuleCase } from './case.ts';

/** Restoring in the secondary region, and when the primary one is down. */
export const regionsCases: readonly RuleCase[] = [
  {
    id: 'T41-crr-create-ok',
    when: inSecondary,
    expected: {
      warned: ['crr.no-cancel'],
      info: ['point.secondary.rpo', 'crr.options'],
      defaulted: ['crr.vnet.auto'],
      hidden: ['crr.identity.hide'],
    },
    source: '000 §Restore in secondary region',
  },
  {
    id: 'T42-crr-disabled',
    given: { vault: { crrEnabled: false } },
    when: inSecondary,
    expected: { blocked: ['crr.enabled'], hidden: ['instance.secondary.toggle'] },
    source: '000 §Cross Region Restore',
  },
  {
    id: 'T46-crr-ultra',
    given: { vm: { hasUltraDisks: true } },
    when: inSecondary,
    expected: { blocked: ['crr.ultra-disks'] },
    source: '000 §Cross Region Restore, note',
  },
  {
    id: 'T48-crr-staging-primary',
    when: { ...inSecondary, staging: { region: 'eastus2' } },
    expected: { blocked: ['crr.staging.secondary-region'] },
    source: '000 §Restore in secondary region, note (East US 2 to Central US)',
  },
  {
    id: 'T49-crr-identity',
    when: { ...inSecondary, identity: 'system' },
    expected: { blocked: ['crr.identity'] },
    source: '000 §Restore VMs with managed identities, note',
  },
  {
    id: 'T50-crr-cmk',
    given: { vm: { encryption: 'SSE-CMK' } },
    when: inSecondary,
    expected: {
      warned: ['crr.cmk-becomes-non-cmk'],
      info: ['instance.secondary.encrypted-listed'],
    },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'T52-crr-no-vnet',
    given: { target: { vnetInSecondary: false } },
    when: { ...inSecondary, vnet: null, subnet: null },
    expected: {
      warned: ['crr.vnet.no-default'],
      required: ['create-vm.vnet.required', 'create-vm.subnet.required'],
    },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'T53-crr-view-secondary-restore-primary',
    when: { viewRegion: 'secondary' },
    expected: { blocked: ['crr.secondary-data-to-secondary'] },
    source: '000 §View backup items in secondary region, note',
  },
  {
    id: 'T54-crr-disks-ade-ok',
    given: { vm: { encryption: 'ADE', osType: 'Linux' } },
    when: { ...inSecondary, option: 'restoreDisks' },
    expected: {
      warned: ['crr.vnet.template'],
      checklist: ['encryption.ade.linux-extension', 'encryption.ade.recreate'],
    },
    source:
      '000 §View backup items in secondary region, note; 001 §Restore entire encrypted VM at alternate location',
  },
  {
    id: 'T65-csr-crr-ok',
    when: {
      ...inSecondary,
      subscription: 'sub-B',
      vnet: { region: 'centralus', subscription: 'sub-B' },
    },
    expected: { info: ['csr.combine'], warned: ['crr.no-cancel'] },
    source: '000 §Restore options, Cross Subscription',
  },
  {
    id: 'T66-csr-crr-identity',
    when: {
      ...inSecondary,
      subscription: 'sub-B',
      vnet: { region: 'centralus', subscription: 'sub-B' },
      identity: 'system',
    },
    expected: { blocked: ['crr.identity'] },
    source: '000 §Restore VMs with managed identities, note',
  },
  {
    id: 'T74-czr-not-pinned-crr-forced',
    when: { ...inSecondary, zone: '1' },
    expected: { blocked: ['czr.non-pinned'], hidden: ['czr.field.source-pinned'] },
    source: '000 §Restore options, Cross Zonal',
  },
  {
    id: 'T76-czr-crr-zones-ok',
    given: { vm: { zone: '1' } },
    when: { ...inSecondary, zone: '2' },
    expected: { info: ['czr.secondary.ok'], warned: ['crr.no-cancel'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T77-czr-crr-no-zones',
    given: { vm: { zone: '1' }, target: { regionHasZones: false } },
    when: { ...inSecondary, zone: '2' },
    expected: { blocked: ['czr.block.secondary-no-zones'], hidden: ['czr.field.paired-region'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T135-crr-zrs-vault',
    given: { vault: { redundancy: 'ZRS', crrEnabled: false } },
    when: inSecondary,
    expected: { blocked: ['crr.enabled', 'crr.grs-only'] },
    source: '000 §Restore VMs with special configurations',
  },
  {
    id: 'T140-crr-not-admin',
    given: { operator: { isBackupAdmin: false, isAppAdmin: false } },
    when: inSecondary,
    expected: { warned: ['crr.roles-who', 'crr.no-cancel'] },
    source: '000 §Restore options, Cross Region',
  },
  {
    id: 'T149-crr-not-paired-region',
    when: { ...inSecondary, region: 'northeurope' },
    expected: { blocked: ['crr.paired-only'] },
    source: '000 §Cross Region Restore',
  },
  {
    id: 'T187-other-letters-in-the-paired-region',
    given: { target: { vmNames: ['Web-Front-1'], rgNames: ['web-RG'] } },
    when: {
      secondary: true,
      region: 'CentralUS',
      vnet: { region: 'CENTRALUS', subscription: 'sub-a' },
      staging: { region: 'centralUs' },
      subscription: 'SUB-a',
      vmName: 'WEB-front-1',
      rgIsNew: true,
      rg: 'WEB-rg',
    },
    expected: {
      blocked: ['create-vm.name.unused'],
      warned: ['create-vm.rg.new-unique', 'crr.no-cancel'],
      absent: ['csr.scope', 'crr.paired-only'],
    },
    source: '000 §Create a VM; §Restore in secondary region; 004 §Example responses',
  },
];
