import { instant, type Instant } from '#src/lib/time.ts';
import type { JobCount, JobStatus } from '#src/model/jobs.ts';
import type { Day, DayHour, DayKind, DayKinds } from '#src/ui/picture/DayStrip.tsx';

/** The jobs of the last 24 hours as the strip of a day draws them. */

const KIND_OF: Readonly<Record<JobStatus, DayKind>> = {
  inProgress: 'running',
  cancelling: 'running',
  completed: 'completed',
  completedWithWarnings: 'warnings',
  failed: 'failed',
  cancelled: 'other',
  unknown: 'other',
};

const HOUR_MS = 3_600_000;

/** Azure's counts as the picture of the 24 hours before `at`. Pure. */
export function lastDayOf(counts: readonly JobCount[], at: Instant): Day {
  const last = at - (at % HOUR_MS);
  const begins = Array.from({ length: 25 }, (_, index) => instant(last - (24 - index) * HOUR_MS));
  const today = counts.filter(({ hour }) => hour !== null && hour >= (begins[0] ?? at));
  return {
    total: jobsIn(today),
    kinds: kindsOf(today),
    hours: begins.map((hour) => hourOf(hour, today)),
    now: at,
  };
}

function hourOf(begins: Instant, counts: readonly JobCount[]): DayHour {
  const own = counts.filter(({ hour }) => hour === begins);
  return { begins, kinds: kindsOf(own), total: jobsIn(own) };
}

function kindsOf(counts: readonly JobCount[]): DayKinds {
  const kinds = { completed: 0, other: 0, warnings: 0, failed: 0, running: 0 };
  for (const { status, jobs } of counts) kinds[KIND_OF[status]] += jobs;
  return kinds;
}

const jobsIn = (counts: readonly JobCount[]): number =>
  counts.reduce((sum, { jobs }) => sum + jobs, 0);
