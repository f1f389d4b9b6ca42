import { expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { untransferredIn } from '#src/datasources/azure-vm/steps/VmStepRemarks.tsx';
import { exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { known } from '#src/wizard/reads/read.ts';

const HOUR_MS = 3_600_000;

/** Points of these tiers, the newest first, one an hour. */
function withTiers(...tiers: readonly RecoveryPoint['tier'][]): Reads {
  const reads = exampleReads();
  const [point] = known(reads.points) ?? [];
  if (point === undefined) throw new Error('the example has a point');
  const value = tiers.map((tier, nth) => ({
    ...point,
    name: String(nth),
    time: instant((40 - nth) * HOUR_MS),
    tier,
  }));
  return { ...reads, points: { state: 'known', value } };
}
const found = (
  step: 'restore-point' | 'configuration' | 'review',
  choices: Partial<VmChoices>,
  reads: Reads,
) => {
  const one = untransferredIn(step, exampleView(choices, reads));
  return one && [one.point.name, one.older?.name];
};

test('the chosen point is a snapshot alone: the next older one in the vault works', () => {
  const reads = withTiers('Vault', 'Snapshot', 'Snapshot', 'SnapshotAndVault');
  expect(found('configuration', { point: '1' }, reads)).toEqual(['1', '3']);
  expect(found('configuration', { point: '0' }, reads)).toBeNull();
  expect(found('review', { point: '1' }, reads)).toBeNull();
});

test('while none is chosen it is about the newest, in the step of the points alone', () => {
  const reads = withTiers('Snapshot', 'Vault');
  expect(found('restore-point', { point: null }, reads)).toEqual(['0', '1']);
  expect(found('configuration', { point: null }, reads)).toBeNull();
});

test('no older point is offered where none can be chosen', () => {
  expect(found('configuration', { point: '0' }, withTiers('Snapshot', 'Archive'))).toEqual([
    '0',
    undefined,
  ]);
});
