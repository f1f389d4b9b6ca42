import type { RuleText } from './text.ts';

/** Availability zones, and restoring to another one (3j). */
export const czrTexts = {
  'czr.field.source-pinned': {
    say: 'Availability Zone is not offered: the source machine is in no zone.',
  },
  'czr.field.encrypted': {
    say: 'Availability Zone is not offered: the machine is encrypted.',
  },
  'czr.field.same-region-zrs': {
    say: 'Availability Zone is not offered: within a region it takes a vault with ZRS. A geo-redundant vault does not do.',
  },
  'czr.field.paired-region': {
    say: 'Availability Zone is not offered: in the paired region it takes Cross Region Restore, and a region that has zones.',
  },
  'czr.option': {
    say: 'Availability Zone goes with a new virtual machine or with disks. Replace existing keeps the machine where it is.',
  },
  'czr.block.snapshot': {
    say: 'Another zone needs a restore point that is in the vault tier alone. Choose such a point, or keep the machine’s zone.',
    instead: 'Keep the zone',
    short: 'The point has a snapshot',
  },
  'czr.block.encrypted': {
    say: 'An encrypted machine cannot be restored to another zone. Keep its zone.',
    instead: 'Keep the zone',
    short: 'Encrypted machines keep their zone',
  },
  'czr.block.redundancy': {
    say: 'This vault’s data is not replicated across zones. Keep the zone, or use Cross Region Restore.',
    instead: 'Keep the zone',
    short: 'The vault has no ZRS',
  },
  'czr.block.secondary-no-zones': {
    say: 'The paired region has no zones. Restore without one.',
    instead: 'Restore without a zone',
    short: 'No zones there',
  },
  'czr.managed-only': {
    say: 'Only a machine on managed disks can be restored to another zone.',
    instead: 'Keep the zone',
    short: 'Unmanaged disks keep their zone',
  },
  'czr.non-pinned': {
    say: 'The machine was in no zone. Only a vault with ZRS can place it in one.',
    instead: 'Restore without a zone',
    short: 'The machine is in no zone',
  },
  'czr.default-zone': { say: 'Filled in: the zone of the source machine.' },
  'czr.options.all-zones': { say: 'Every zone of the region is listed, by its number.' },
  'czr.logical-zone': {
    say: 'The number is a logical zone of the target subscription. It may stand for another place than in the source’s subscription.',
  },
  'czr.logical-zone.csr': {
    say: 'In another subscription the same zone number need not mean the same place.',
  },
  'czr.pinned-zone-down': {
    say: 'The machine’s zone is unavailable, so the machine cannot come back there. Choose another zone where one is offered, or restore in the secondary region if Cross Region Restore is on.',
    instead: 'Restore in the secondary region',
    short: 'The zone is unavailable',
  },
  'czr.same-zone': { say: 'The machine goes back to its own zone.' },
  'czr.identity.ok': { say: 'Managed identities can be used with another zone.' },
  'czr.rbac': { say: 'Another zone needs no other rights than the restore itself.' },
  'czr.secondary.ok': { say: 'Zones can be chosen in the secondary region too.' },
} as const satisfies Record<string, RuleText>;
