import { ofDisk, type RuleCase } from './case.ts';

/** Azure Disks. */
export const azureDiskCases: readonly RuleCase[] = [
  {
    id: 'T108-disk-ok',
    given: { vault: { type: 'Backup' } },
    when: ofDisk,
    expected: {
      info: ['disk.alr'],
      hidden: ['disk.no-vm-fields'],
      checklist: ['disk.after.attach-data', 'disk.after.revoke'],
    },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T109-disk-olr',
    given: { vault: { type: 'Backup' } },
    when: { ...ofDisk, diskMode: 'OLR' },
    expected: { blocked: ['disk.no-olr'] },
    source: '002 §intro',
  },
  {
    id: 'T110-disk-name-taken',
    given: { vault: { type: 'Backup' }, target: { diskNames: ['restored-disk'] } },
    when: ofDisk,
    expected: { blocked: ['disk.name.unused'] },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T111-disk-no-role',
    given: { vault: { type: 'Backup' }, bv: { restoreOperatorOnTarget: false } },
    when: ofDisk,
    expected: { blocked: ['disk.role.target'] },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T112-disk-role-new',
    given: { vault: { type: 'Backup' }, bv: { roleAgeMinutes: 5 } },
    when: ofDisk,
    expected: { warned: ['disk.role.delay'] },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T113-disk-snapshots-moved',
    given: { vault: { type: 'Backup' }, bv: { snapshotsInPlace: false } },
    when: ofDisk,
    expected: { blocked: ['disk.snapshots.present'] },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T114-disk-snapshot-role-revoked',
    given: { vault: { type: 'Backup' }, bv: { rolesOnSnapshotRg: false } },
    when: ofDisk,
    expected: { blocked: ['disk.role.snapshot-rg'] },
    source: '002 §Restore to create a new disk, note',
  },
  {
    id: 'T115-disk-cmk-no-reader',
    given: {
      vault: { type: 'Backup' },
      disk: { encryption: 'SSE-CMK' },
      bv: { readerOnDes: false },
    },
    when: ofDisk,
    expected: { blocked: ['disk.des.reader'] },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T116-disk-double-no-reader',
    given: {
      vault: { type: 'Backup' },
      disk: { encryption: 'SSE-PMK+CMK' },
      bv: { readerOnDes: false },
    },
    when: ofDisk,
    expected: { blocked: ['disk.des.reader'] },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T119-disk-os-swap',
    given: { vault: { type: 'Backup' }, disk: { role: 'os' } },
    when: ofDisk,
    expected: { checklist: ['disk.after.swap-os'] },
    source: '002 §Restore to create a new disk',
  },
  {
    id: 'T154-disk-missing-fields',
    given: { vault: { type: 'Backup' } },
    when: { ...ofDisk, subscription: null, rg: null, diskName: '' },
    expected: { required: ['disk.target.subscription', 'disk.target.rg', 'disk.name.required'] },
    source: '002 §Restore to create a new disk',
  },
];
