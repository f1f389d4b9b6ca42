import { isCustomerKeyed, listed } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc002 } from '../sources.ts';

const ROLE_DELAY_MINUTES = 15;
const restore = 'Restore to create a new disk';
const note = `${restore}, note`;

/** Managed-disk restore (3r). The group is in scope for the disk flow alone. */
export const diskRules = rules('disk', [
  {
    id: 'disk.no-olr',
    kind: 'block',
    field: 'diskMode',
    when: (_, c) => c.diskMode === 'OLR',
    instead: [{ field: 'diskMode', value: 'ALR' }],
    source: [doc002('Introduction')],
  },
  {
    id: 'disk.alr',
    kind: 'info',
    field: 'diskMode',
    when: () => true,
    source: [doc002('Introduction')],
  },
  { id: 'disk.tabs', kind: 'info', field: null, when: () => true, source: [doc002(restore)] },
  {
    id: 'disk.target.subscription',
    kind: 'require-field',
    field: 'subscription',
    when: (_, c) => !c.subscription,
    source: [doc002(restore)],
  },
  {
    id: 'disk.target.rg',
    kind: 'require-field',
    field: 'rg',
    when: (_, c) => !c.rg,
    source: [doc002(restore)],
  },
  {
    id: 'disk.name.required',
    kind: 'require-field',
    field: 'diskName',
    when: (_, c) => !c.diskName,
    source: [doc002(restore)],
  },
  {
    id: 'disk.name.unused',
    kind: 'block',
    field: 'diskName',
    when: ({ target }, c) => !!c.diskName && listed(target.diskNames, c.diskName),
    source: [doc002(note)],
  },
  {
    id: 'disk.role.target',
    kind: 'block',
    field: 'rg',
    when: ({ bv }) => !bv.restoreOperatorOnTarget,
    source: [doc002(restore)],
  },
  {
    id: 'disk.role.snapshot-rg',
    kind: 'block',
    field: 'point',
    when: ({ bv }) => !bv.rolesOnSnapshotRg,
    source: [doc002(note)],
  },
  {
    id: 'disk.snapshots.present',
    kind: 'block',
    field: 'point',
    when: ({ bv }) => !bv.snapshotsInPlace,
    source: [doc002(note)],
  },
  {
    id: 'disk.role.delay',
    kind: 'warn',
    field: 'rg',
    when: ({ bv }) => bv.roleAgeMinutes < ROLE_DELAY_MINUTES,
    source: [doc002(note)],
  },
  {
    id: 'disk.des.reader',
    kind: 'block',
    field: 'instance',
    when: ({ disk, bv }) => isCustomerKeyed(disk) && !bv.readerOnDes,
    source: [doc002(restore)],
  },
  {
    id: 'disk.identity.system',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc002(restore)],
  },
  { id: 'disk.role.how', kind: 'info', field: 'rg', when: () => true, source: [doc002(restore)] },
  {
    id: 'disk.role.verify',
    kind: 'checklist',
    field: null,
    when: () => true,
    source: [doc002(restore)],
  },
  {
    id: 'disk.snapshot-rg.why',
    kind: 'info',
    field: 'point',
    when: () => true,
    source: [doc002(note)],
  },
  {
    id: 'disk.no-vm-fields',
    kind: 'hide-field',
    field: ['staging', 'vnet', 'subnet', 'zone', 'vmName', 'identity'],
    when: () => true,
    source: [doc002(restore)],
  },
  {
    id: 'disk.after.attach-data',
    kind: 'checklist',
    field: null,
    when: ({ disk }) => disk.role === 'data',
    source: [doc002(restore)],
  },
  {
    id: 'disk.after.swap-os',
    kind: 'checklist',
    field: null,
    when: ({ disk }) => disk.role === 'os',
    source: [doc002(restore)],
  },
  {
    id: 'disk.after.revoke',
    kind: 'checklist',
    field: null,
    when: () => true,
    source: [doc002(restore)],
  },
]);
