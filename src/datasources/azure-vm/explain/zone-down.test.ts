import { expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { explainRules } from '#src/wizard/explain/rule-words.ts';
import {
  AS_NEW_VM,
  type Different,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';

/** What is offered while the zone of a machine is down and its newest point is a snapshot too. */

const OLD = instant(Date.UTC(2025, 4, 30, 23, 42));

/** The way out of the rule that refuses the machine's own zone; null where there is none. */
function wayOut(different: Different): string | null {
  const reads = exampleReads({
    ...different,
    machine: { zone: '1' },
    point: { zone: '1', time: instant(Date.UTC(2025, 5, 4)) },
    zones: ['1', '2'],
  });
  const points = known(reads.points) ?? [];
  const old = points.map((point) => ({
    ...point,
    name: 'old',
    time: OLD,
    tier: 'vaultStandard' as const,
  }));
  const both: Read<RecoveryPoint[]> = { state: 'known', value: [...points, ...old] };
  const view = exampleView({ ...AS_NEW_VM, outage: 'zone' }, { ...reads, points: both });
  const rules = catalogue.filter(({ id }) => id === 'czr.pinned-zone-down');
  return explainRules(view, rules).instead?.label ?? null;
}

test('an older point opens another zone where the vault has one', () => {
  expect(wayOut({ vault: { redundancy: 'ZRS' } })).toBe(
    `Availability Zone: Zone 2, restore point ${dateTimeText(OLD)}`,
  );
});

test.each(['LRS', 'GRS'] as const)(
  'with %s no point opens one, and none is offered',
  (redundancy) => {
    expect(wayOut({ vault: { redundancy } })).toBeNull();
  },
);

test('with Cross Region Restore the secondary region is offered, and no older point', () => {
  expect(wayOut({ vault: { crossRegionRestore: true }, account: { region: 'eastus' } })).toBe(
    'Restore in the secondary region',
  );
});
