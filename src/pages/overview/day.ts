import { instant, type Instant } from '#src/lib/time.ts';
import type { JobCount, JobStatus } from '#src/model/jobs.ts';

/** The kinds of jobs in the picture of a day. Bottom to top of a bar. */
export const KINDS = ['completed', 'other', 'warnings', 'failed', 'running'] as const;
export type DayKind = (typeof KINDS)[number];
export type Kinds = Readonly<Record<DayKind, number>>;

const KIND_OF: Readonly<Record<JobStatus, DayKind>> = {
  inProgress: 'running',
  cancelling: 'running',
  completed: 'completed',
  completedWithWarnings: 'warnings',
  failed: 'failed',
  cancelled: 'other',
  unknown: 'other',
};

export interface HourOfDay {
  readonly begins: Instant;
  readonly kinds: Kinds;
  readonly total: number;
}

/** Jobs of one operation, or of all that have no line of their own. */
export interface OperationOfDay {
  readonly id: 'backup' | 'restore' | 'crossRegion' | 'other' | 'elsewhere';
  /** Azure's word for it; null for all others together, and for what no list of Azure's has. */
  readonly operation: string | null;
  readonly all: number;
  readonly failed: number;
}

/** The jobs that started in the last 24 hours. */
export interface LastDay {
  readonly total: number;
  readonly kinds: Kinds;
  /** By the hour, the oldest first; the first and the last are parts of one. */
  readonly hours: readonly HourOfDay[];
  readonly operations: readonly OperationOfDay[];
  /** Restores in progress, whenever they started. */
  readonly runningRestores: number;
}

const HOUR_MS = 3_600_000;

const OPERATIONS = [
  { id: 'backup', operation: 'Backup' },
  { id: 'restore', operation: 'Restore' },
  { id: 'crossRegion', operation: 'CrossRegionRestore' },
] as const;

/** Azure's counts as the picture of the 24 hours before `at`. Pure. */
export function lastDayOf(counts: readonly JobCount[], at: Instant): LastDay {
  const last = at - (at % HOUR_MS);
  const begins = Array.from({ length: 25 }, (_, index) => instant(last - (24 - index) * HOUR_MS));
  const today = counts.filter(({ hour }) => hour !== null && hour >= (begins[0] ?? at));
  const elsewhere = today.filter(({ isElsewhere }) => isElsewhere === true);
  const ofAzure = today.filter(({ isElsewhere }) => isElsewhere !== true);
  const named = OPERATIONS.map((line) => ({
    ...line,
    ...sums(ofAzure.filter(({ operation }) => isSame(operation, line.operation))),
  }));
  const others = ofAzure.filter(
    ({ operation }) => !OPERATIONS.some((line) => isSame(operation, line.operation)),
  );
  return {
    total: jobsIn(today),
    kinds: kindsOf(today),
    hours: begins.map((hour) => hourOf(hour, today)),
    operations: [
      ...named,
      { id: 'other', operation: null, ...sums(others) },
      ...(elsewhere.length === 0
        ? []
        : [{ id: 'elsewhere' as const, operation: null, ...sums(elsewhere) }]),
    ],
    runningRestores: jobsIn(
      counts.filter(
        ({ operation, status }) => KIND_OF[status] === 'running' && /restore$/i.test(operation),
      ),
    ),
  };
}

function hourOf(begins: Instant, counts: readonly JobCount[]): HourOfDay {
  const own = counts.filter(({ hour }) => hour === begins);
  return { begins, kinds: kindsOf(own), total: jobsIn(own) };
}

function kindsOf(counts: readonly JobCount[]): Kinds {
  const kinds = { completed: 0, other: 0, warnings: 0, failed: 0, running: 0 };
  for (const { status, jobs } of counts) kinds[KIND_OF[status]] += jobs;
  return kinds;
}

function sums(counts: readonly JobCount[]): Pick<OperationOfDay, 'all' | 'failed'> {
  return { all: jobsIn(counts), failed: kindsOf(counts).failed };
}

function jobsIn(counts: readonly JobCount[]): number {
  return counts.reduce((sum, { jobs }) => sum + jobs, 0);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
