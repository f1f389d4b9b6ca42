import type { Instant } from '#src/lib/time.ts';
import { type Job, type JobRange, RANGE_MS, secondaryVaults } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

interface CrossRegion {
  readonly total: number;
  readonly running: number;
  readonly vaults: readonly ResourceId[];
}

/** The restores to secondary regions that run, or that started in the range before `at`. Pure. */
export function crossRegionIn(
  secondary: readonly Job[],
  range: JobRange,
  at: Instant,
): CrossRegion {
  const shown = secondary.filter(
    (job) => isRunning(job) || (job.startedAt ?? 0) >= at - RANGE_MS[range],
  );
  return {
    total: shown.length,
    running: shown.filter(isRunning).length,
    vaults: secondaryVaults(shown),
  };
}

function isRunning({ status }: Job): boolean {
  return status === 'inProgress' || status === 'cancelling';
}
