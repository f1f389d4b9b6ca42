import type { RuleText } from './text.ts';

/** Restores while a datacenter is down, by the redundancy of the vault. */
export const outageTexts = {
  'platform.outage.locally-redundant': {
    say: 'The vault uses locally redundant storage (LRS): its only copy is in the datacenter that is down. You can’t restore until it’s up again.',
    short: 'The only copy is down',
  },
  'platform.outage.zone-redundant': {
    say: 'The vault uses zone-redundant storage (ZRS): all its copies are in the region that is down. You can’t restore until it’s up again. If only its zone is down, answer that at “Is its zone or region down?” to select another zone.',
    short: 'All copies are in this region',
  },
  'platform.outage.snapshot': {
    say: 'This snapshot is in the region that is down and isn’t replicated to the paired region. Select a restore point in the vault.',
    instead: 'Choose another restore point',
    short: 'Only in the region that is down',
  },
  'platform.outage.one-datacenter': {
    say: 'The vault uses locally redundant storage (LRS): its only copy is in one datacenter. If that is in the zone that is down, you can’t restore until it’s up again.',
  },
  'platform.outage.declared': {
    say: 'Azure rejects this restore until Microsoft declares the primary region down. Replication can take up to 12 hours, so the newest restore points might be missing.',
  },
} as const satisfies Record<string, RuleText>;
