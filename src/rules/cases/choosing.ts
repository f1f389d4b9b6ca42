import { ofDisk, type RuleCase } from './case.ts';

/** Datasource, instance, point, and creating a machine. */
export const choosingCases: readonly RuleCase[] = [
  {
    id: 'T02-name-in-use',
    when: { vmName: 'testVM' },
    expected: { blocked: ['create-vm.name.unused'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T04-new-rg-name-taken',
    when: { rgIsNew: true, rg: 'targetRG' },
    expected: { warned: ['create-vm.rg.new-unique'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T05-subnet-default',
    when: { subnet: null },
    expected: { required: ['create-vm.subnet.required'], defaulted: ['create-vm.subnet.first'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T06-vnet-other-region',
    when: { vnet: { region: 'westus' } },
    expected: { blocked: ['create-vm.vnet.same-region'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T07-vnet-inactive',
    when: { vnet: { active: false } },
    expected: { blocked: ['create-vm.vnet.active'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T08-vnet-affinity-group',
    when: { vnet: { affinityGroup: true } },
    expected: { blocked: ['create-vm.vnet.affinity-group'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T09-create-other-region-without-crr',
    when: { region: 'westus', vnet: { region: 'eastus2' } },
    expected: { blocked: ['create-vm.region.same-as-source'] },
    source: '000 §Restore options',
  },
  {
    id: 'T10-sku-lacking',
    given: { platform: { skuAvailable: false } },
    expected: { warned: ['create-vm.sku-unavailable.disks-kept'] },
    source: '000 §Restore options',
  },
  {
    id: 'T38-create-transfer-not-done-ok',
    given: { point: { tier: 'Snapshot', transferToVaultDone: false } },
    expected: { hidden: ['point.czr.vault-only'] },
    source: '000 §Choose a VM restore configuration, note',
  },
  {
    id: 'T47-ultra-primary-ok',
    given: { vm: { hasUltraDisks: true } },
    source: '000 §Cross Region Restore, note (CRR only)',
  },
  {
    id: 'T71-czr-mixed-tier-hidden',
    given: {
      vm: { zone: '1' },
      vault: { redundancy: 'ZRS', crrEnabled: false },
      point: { tier: 'SnapshotAndVault' },
    },
    expected: { hidden: ['point.czr.vault-only'] },
    source: '000 §Restore in secondary region, zone summary',
  },
  {
    id: 'T80-unmanaged-to-managed-snapshot',
    given: { vm: { isManaged: false }, point: { tier: 'Snapshot' } },
    when: { restoreAsManaged: true },
    expected: { blocked: ['point.unmanaged.vault-only'] },
    source: '000 §Restoring unmanaged VMs and disks as managed',
  },
  {
    id: 'T91-identity-actions-instead-of-role',
    given: { identity: { hasRestoreOperator: false, hasAllActions: true } },
    when: { identity: 'system' },
    source: '000 §Restore VMs with managed identities',
  },
  {
    id: 'T117-disk-pmk-no-reader-ok',
    given: { vault: { type: 'Backup' }, bv: { readerOnDes: false } },
    when: ofDisk,
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T120-disk-in-rsv',
    when: ofDisk,
    expected: { blocked: ['datasource.disk.wrong-vault'] },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T126-azure-9tb-ok',
    given: { vm: { maxDiskGiB: 9216 } },
    source: '003 §Considerations does not bind Azure Backup',
  },
  {
    id: 'T145-vm-in-backup-vault',
    given: { vault: { type: 'Backup' } },
    expected: { blocked: ['datasource.vm.wrong-vault'] },
    source: '000 §intro',
  },
  {
    id: 'T146-files-classic',
    given: { vm: { deployment: 'classic' } },
    when: { scenario: 'files' },
    expected: { blocked: ['datasource.files.arm-only'] },
    source: '001 §Restore files within the VM',
  },
  {
    id: 'T147-vnet-other-subscription',
    when: { vnet: { subscription: 'sub-B' } },
    expected: { blocked: ['create-vm.vnet.subscription'] },
    source: '000 §Create a VM',
  },
  {
    id: 'T157-no-option',
    when: { option: null },
    expected: { required: ['config.option.required', 'config.restore-type.create-new'] },
    source: '000 §Choose a VM restore configuration',
  },
  {
    id: 'T158-no-point',
    when: { recoveryPointId: null },
    expected: { required: ['point.required'] },
    source: '000 §Select a restore point',
  },
  {
    id: 'T159-no-instance',
    when: { instance: null },
    expected: { required: ['instance.required'] },
    source: '000 §Select a restore point',
  },
  {
    id: 'T173-cv-8tb-exact-ok',
    given: { vm: { maxDiskGiB: 8192 } },
    when: { product: 'commvault' },
    source: '003 §Considerations',
  },
];
