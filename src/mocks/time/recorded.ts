import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { Timeline } from '#src/mocks/time/timeline.ts';

/** What a job told of its way at one moment, in a recording. */
interface Recorded {
  readonly percent: number;
  /** Part of the bytes that its subtask reported, 0 to 1; null: none. */
  readonly part: number | null;
  /** The time left that it reported, in milliseconds; null: none. */
  readonly leftMs: number | null;
}

interface Step extends Pick<Recorded, 'percent' | 'part'> {
  /** From this share of the time of its transfer on. */
  readonly from: number;
  /** The time left that it told, as a share of that time. */
  readonly left: number | null;
}

/**
 * Disks of 127 GB in 37 minutes (aftercare §1.1, R): nothing for a third of the time, then steps; the
 * time left was always too short, and grew twice.
 */
const OF_DISKS: readonly Step[] = [
  { from: 0, percent: 1, part: null, left: null },
  { from: 0.3335, percent: 50, part: 0.5, left: 0.3254 },
  { from: 0.469, percent: 88, part: 0.8848, left: 0.0599 },
  { from: 0.6059, percent: 88, part: 0.8848, left: 0.0775 },
  { from: 0.7419, percent: 94, part: 0.9478, left: 0.0402 },
  { from: 0.8752, percent: 94, part: 0.9478, left: 0.0476 },
];

const NOTHING: Recorded = { percent: 1, part: null, leftMs: null };

/**
 * What a restore reports in the recordings. A new machine stayed at 1% to its end; a replacement at 99
 * while the machine was updated (azure-contract §8, aftercare §1.1, R).
 */
export function recordedAt(
  { internalBag }: Pick<JobPlan, 'internalBag'>,
  timeline: Timeline,
): Recorded {
  const { status, tasks } = timeline;
  const hasFigures = internalBag['restoreLocationType'] !== 'AlternateLocation';
  if (status === 'Completed')
    return { percent: 100, part: hasFigures ? 1 : null, leftMs: hasFigures ? 0 : null };
  if (!hasFigures) return NOTHING;
  const transfer = tasks.find(({ task }) => task.bytes !== undefined);
  const step = OF_DISKS.findLast(({ from }) => (transfer?.part ?? 0) >= from);
  if (transfer === undefined || step === undefined) return NOTHING;
  if (transfer.status === 'Completed') return { percent: 99, part: 1, leftMs: 120_000 };
  const { percent, part, left } = step;
  const leftMs = left === null ? null : Math.round(left * transfer.task.seconds * 1000);
  return { percent, part, leftMs };
}
