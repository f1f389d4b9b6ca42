import { isDisaster, isOutsideVaultRegion } from '../derived.ts';
import type { FullChoices } from '../fields.ts';
import type { FullFacts } from '../facts.ts';
import { all } from '../known.ts';
import { doc000, ours, rules, service } from '../rule.ts';

const disaster = doc000('Restore VMs with special configurations');

/**
 * A restore from a vault whose region is down and that keeps its copies there alone. An account in
 * another region is refused by itself (000 §Storage accounts).
 */
function isWithoutCopy(facts: FullFacts, c: FullChoices, redundancy: 'LRS' | 'ZRS'): boolean {
  return (
    c.option !== null &&
    !c.secondary &&
    all(
      () => facts.platform.primaryDown,
      () => facts.vault.redundancy === redundancy,
      () => !isOutsideVaultRegion(facts, c),
    )
  );
}

/** What the datacenter that is down leaves, by the redundancy of the vault. */
export const outageRules = rules('platform', [
  {
    id: 'platform.outage.locally-redundant',
    kind: 'block',
    field: 'option',
    when: (facts, c) => isWithoutCopy(facts, c, 'LRS'),
    say: 'The vault uses locally redundant storage (LRS): its only copy is in the datacenter that is down. You can’t restore until it’s up again.',
    short: 'The only copy is down',
    by: service('Azure can’t create anything in a region that is down.'),
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.zone-redundant',
    kind: 'block',
    field: 'option',
    when: (facts, c) => isWithoutCopy(facts, c, 'ZRS'),
    say: 'The vault uses zone-redundant storage (ZRS): all its copies are in the region that is down. You can’t restore until it’s up again. If only its zone is down, answer that at “Is its zone or region down?” to select another zone.',
    short: 'All copies are in this region',
    by: service('Azure can’t create anything in a region that is down.'),
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.snapshot',
    kind: 'block',
    field: 'point',
    when: (facts, c) =>
      all(
        () => facts.point.tier === 'Snapshot',
        () => isDisaster(facts, c),
      ),
    say: 'This snapshot is in the region that is down and isn’t replicated to the paired region. Select a restore point in the vault.',
    short: 'Only in the region that is down',
    instead: { label: 'Choose another restore point', set: [{ field: 'point' }] },
    by: service('Only vault data is replicated, so there is nothing to read.'),
    source: [ours('Snapshots while a datacenter is down'), doc000('Restore options, Cross Region')],
  },
  {
    // Of a machine in a zone another rule refuses this (czr.pinned-zone-down).
    id: 'platform.outage.one-datacenter',
    kind: 'warn',
    field: 'option',
    when: ({ vm, vault, platform }, c) =>
      c.option !== null &&
      !c.secondary &&
      all(
        () => platform.pinnedZoneDown,
        () => vault.redundancy === 'LRS',
        () => vm.zone === null,
      ),
    say: 'The vault uses locally redundant storage (LRS): its only copy is in one datacenter. If that is in the zone that is down, you can’t restore until it’s up again.',
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.declared',
    kind: 'warn',
    field: 'staging',
    when: (facts, c) => c.option !== null && isDisaster(facts, c),
    say: 'Azure rejects this restore until Microsoft declares the primary region down. Replication can take up to 12 hours, so the newest restore points might be missing.',
    source: [disaster],
  },
]);
