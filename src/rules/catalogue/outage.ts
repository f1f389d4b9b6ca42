import { isDisaster, isOutsideVaultRegion } from '../derived.ts';
import type { FullChoices } from '../choices.ts';
import type { FullFacts } from '../facts.ts';
import { all } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000, ours } from '../sources.ts';

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
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.zone-redundant',
    kind: 'block',
    field: 'option',
    when: (facts, c) => isWithoutCopy(facts, c, 'ZRS'),
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
    instead: [{ field: 'point' }],
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
    source: [ours('A vault without a copy elsewhere'), disaster],
  },
  {
    id: 'platform.outage.declared',
    kind: 'warn',
    field: 'staging',
    when: (facts, c) => c.option !== null && isDisaster(facts, c),
    source: [disaster],
  },
]);
