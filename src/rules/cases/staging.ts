import { inSecondary, type RuleCase, westEuropeDown } from './case.ts';

/** Which storage accounts will do. */
export const stagingCases: readonly RuleCase[] = [
  {
    id: 'T01-plain-create',
    expected: { warned: ['create-vm.nsg.wait'], info: ['create-vm.staging.unused-managed'] },
    source: '000 §Create a VM; §Storage accounts',
  },
  {
    id: 'T03-create-missing-fields',
    when: { vmName: '', rg: null, vnet: null, subnet: null, staging: null },
    expected: {
      required: [
        'create-vm.name.required',
        'create-vm.rg.required',
        'create-vm.vnet.required',
        'create-vm.subnet.required',
        'create-vm.staging.required',
      ],
    },
    source: '000 §Create a VM',
  },
  {
    id: 'T13-staging-zrs',
    when: { staging: { redundancy: 'ZRS' } },
    expected: { blocked: ['staging.zrs'] },
    source: '000 §Storage accounts; 004 §Restore disks',
  },
  {
    id: 'T14-staging-gzrs',
    when: { staging: { redundancy: 'GZRS' } },
    expected: { blocked: ['staging.zrs'] },
    source: '004 §Restore disks (zone redundant)',
  },
  {
    id: 'T15-staging-blob',
    when: { staging: { kind: 'BlobStorage' } },
    expected: { blocked: ['staging.blob-kind'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T16-staging-other-region',
    when: { staging: { region: 'westus' } },
    expected: { blocked: ['staging.region'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T17-staging-premium-for-standard-vm',
    when: { staging: { tier: 'Premium' } },
    expected: { blocked: ['staging.premium.non-premium-vm'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T18-staging-premium-for-premium-vm',
    given: { vm: { isPremium: true } },
    when: { staging: { tier: 'Premium' } },
    source: '000 §Storage accounts',
  },
  {
    id: 'T19-staging-premium-network-rules',
    given: { vm: { isPremium: true } },
    when: { staging: { tier: 'Premium', hasNetworkRules: true } },
    expected: { blocked: ['staging.premium.network-rules'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T20-staging-premium-both',
    when: { staging: { tier: 'Premium', hasNetworkRules: true } },
    expected: { blocked: ['staging.premium.non-premium-vm', 'staging.premium.network-rules'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T21-staging-none',
    given: { target: { stagingAccountsInRegion: 0 } },
    when: { staging: null },
    expected: { blocked: ['staging.none-in-region'], required: ['create-vm.staging.required'] },
    source: '000 §Storage accounts',
  },
  {
    id: 'T27-template-key-access-off',
    when: { option: 'restoreDisks', action: 'deployTemplate', staging: { allowSharedKey: false } },
    expected: {
      blocked: ['template.deploy.shared-key-off'],
      required: ['template.terms'],
      warned: ['template.deploy.shared-key-off.early'],
    },
    source: '000 §Use templates to customize a restored VM',
  },
  {
    id: 'T43-crr-unmanaged',
    given: { vm: { isManaged: false } },
    when: inSecondary,
    expected: { blocked: ['instance.secondary.managed-only'] },
    source: '000 §View backup items in secondary region, note',
  },
  {
    id: 'T44-crr-snapshot-point',
    given: { point: { tier: 'Snapshot', inSecondary: false } },
    when: inSecondary,
    expected: { blocked: ['point.secondary.vault-only', 'point.not-in-secondary'] },
    source: '000 §Restore options, Cross Region',
  },
  {
    id: 'T45-crr-too-new',
    given: { point: { ageHours: 3, inSecondary: false } },
    when: inSecondary,
    expected: { blocked: ['point.not-in-secondary'], warned: ['point.secondary.too-new'] },
    source: '000 §Restore in secondary region',
  },
  {
    id: 'T51-crr-cmk-vault-cmk',
    given: { vm: { encryption: 'SSE-CMK' }, vault: { cmkEnabled: true } },
    when: inSecondary,
    expected: { info: ['instance.secondary.encrypted-listed'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'T86-identity-user-firewall',
    when: {
      identity: 'user',
      identityId: '/subscriptions/x/mi',
      staging: { hasNetworkRules: true },
    },
    expected: { blocked: ['staging.firewall.system-identity'] },
    source: '000 §Restore VMs with managed identities, note',
  },
  {
    id: 'T161-template-crr-vnet',
    when: { ...inSecondary, option: 'restoreDisks', action: 'deployTemplate' },
    expected: { required: ['template.crr.vnet', 'template.values'] },
    source: '000 §Restore in secondary region, note',
  },
  {
    id: 'T175-unmanaged-kept-nothing-to-delete',
    given: { vm: { name: 'legacy-web4', isManaged: false, isPremium: true, osType: 'Linux' } },
    when: { option: 'restoreDisks', restoreAsManaged: false, staging: { tier: 'Premium' } },
    expected: {
      info: ['restore-disks.unmanaged-blobs'],
      checklist: ['restore-disks.next-uses'],
      absent: [
        'restore-disks.vhd.cleanup',
        'staging.cost',
        'restore-disks.vhd.then-managed',
        'unmanaged.vault-phase',
      ],
    },
    source: '000 §Restore disks; §Storage accounts (C-35)',
  },
  {
    id: 'T178-disaster-lrs-paired-account-refused',
    given: westEuropeDown('LRS'),
    when: { option: 'restoreDisks', region: 'westeurope', staging: { region: 'northeurope' } },
    expected: {
      blocked: ['staging.region'],
      absent: ['crr.datacenter-disaster', 'crr.disaster.staging-region'],
    },
    source: '000 §Restore VMs with special configurations, datacenter disaster; §Storage accounts',
  },
];
