import type { RuleText } from './text.ts';

/** Availability zones, and restoring to another one (3j). */
export const czrTexts = {
  'czr.field.source-pinned': {
    say: 'Availability Zone isn’t offered: the source VM is in no zone.',
  },
  'czr.field.encrypted': {
    say: 'Availability Zone isn’t offered: the VM is encrypted.',
  },
  'czr.field.same-region-zrs': {
    say: 'Restoring to another zone in the same region requires a vault with zone-redundant storage (ZRS). Geo-redundant storage isn’t enough.',
  },
  'czr.field.paired-region': {
    say: 'Restoring to a zone in the paired region requires Cross Region Restore and a region with zones.',
  },
  'czr.option': {
    say: 'Availability Zone applies to Create new virtual machine and Restore disks. Replace existing keeps the VM in its zone.',
  },
  'czr.block.snapshot': {
    say: 'Another zone requires a restore point in the vault tier alone. Select one, or keep the VM’s zone.',
    instead: 'Keep the zone',
    short: 'The restore point has a snapshot',
  },
  'czr.block.encrypted': {
    say: 'An encrypted VM can’t be restored to another zone. Keep its zone.',
    instead: 'Keep the zone',
    short: 'Encrypted VMs keep their zone',
  },
  'czr.block.redundancy': {
    say: 'This vault’s data isn’t replicated across zones. Keep the zone, or use Cross Region Restore.',
    instead: 'Keep the zone',
    short: 'The vault doesn’t use ZRS',
  },
  'czr.block.secondary-no-zones': {
    say: 'The paired region has no zones. Restore without one.',
    instead: 'Restore without a zone',
    short: 'No zones there',
  },
  'czr.managed-only': {
    say: 'Only a VM with managed disks can be restored to another zone.',
    instead: 'Keep the zone',
    short: 'Unmanaged disks keep their zone',
  },
  'czr.non-pinned': {
    say: 'The source VM was in no zone. Restoring it to a zone requires a vault with ZRS.',
    instead: 'Restore without a zone',
    short: 'The VM is in no zone',
  },
  'czr.default-zone': { say: 'Default: the source VM’s zone.' },
  'czr.options.all-zones': { say: 'Lists every zone of the region by number.' },
  'czr.logical-zone': {
    say: 'This is a logical zone of the target subscription. Its physical location can differ from the source subscription’s.',
  },
  'czr.logical-zone.csr': {
    say: 'In another subscription, the same zone number can mean another physical location.',
  },
  'czr.pinned-zone-down': {
    say: 'The VM’s zone is unavailable, so the VM can’t be restored there. Select another zone if offered, or restore in the secondary region if Cross Region Restore is on.',
    instead: 'Restore in the secondary region',
    short: 'The zone is unavailable',
  },
  'czr.same-zone': { say: 'The VM is restored to its own zone.' },
  'czr.identity.ok': { say: 'A restore to another zone can use managed identities.' },
  'czr.rbac': { say: 'Another zone requires no additional permissions.' },
  'czr.secondary.ok': { say: 'You can select a zone in the secondary region too.' },
} as const satisfies Record<string, RuleText>;
