import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { Observations } from '#src/progress/observe.ts';
import type { Range } from '#src/progress/past.ts';
import { patienceFor, type Phase } from '#src/progress/phases.ts';

/** A job that has not moved for longer than its phase normally takes. */
export interface Stall {
  /** When it was last seen to move, by this machine's clock; of one that never did: first seen. */
  readonly since: Instant;
  readonly phase: Phase | null;
  /** How long it may stay still before it counts as stalled, and the basis of that. */
  readonly patienceMs: number;
  readonly basis: PatienceBasis;
  readonly advice: readonly StallAdvice[];
}

/** `own`: the longest this job stood still before. `past`: past jobs. `ours`: our own measure. */
export type PatienceBasis = 'own' | 'past' | 'ours';

/** What can be done, the gentlest first. */
export type StallAdvice = 'wait' | 'lookAtTarget' | 'checkStaging' | 'cancel' | 'support';

/**
 * Azure rounds to whole percents, and 1% of a day's restore takes a quarter of an hour: our own measure of
 * how long figures may stay the same.
 */
const FIGURES_MS = 15 * 60_000;
/** So many times longer than it ever stood still, or than usual. */
const MUCH_LONGER = 3;
const LONGER = 1.5;

/**
 * Since when a running job has made no progress; null while it moves, or isn't known to be stalled. It is
 * judged at its latest read: time without a read proves nothing.
 */
export function stallOf(
  job: JobDetails,
  observations: Observations,
  phases: readonly Phase[],
  usual: UsualWhole,
): Stall | null {
  if (job.status !== 'inProgress' || job.pace === 'waits') return null;
  const { latest, movedAgeMs, movedAt } = observations;
  const phase = phases.find(({ status }) => status === 'inProgress') ?? null;
  const { patienceMs, basis } = patienceOf(observations, phase, usual);
  if (latest.ageMs - movedAgeMs < patienceMs) return null;
  return { since: movedAt, phase, patienceMs, basis, advice: adviceFor(job, phase) };
}

/** The usual time of the whole job, and the size of its VM; null: not known. */
interface UsualWhole {
  readonly whole: Range | null;
  readonly sizeBytes: number | null;
}

/**
 * Whether Azure reports how far a job is. One percent alone says nothing: a new VM stayed there
 * for a quarter of an hour, disks for twelve minutes (azure-contract §8, aftercare §1.1).
 */
const hasFigures = ({ percent, bytes, remainingMs }: Observations['latest']): boolean =>
  (percent !== null && percent > 1) || bytes !== null || remainingMs !== null;

type Patience = Pick<Stall, 'patienceMs' | 'basis'>;

function patienceOf(
  { latest, longestStillMs, movedAgeMs }: Observations,
  phase: Phase | null,
  { whole, sizeBytes }: UsualWhole,
): Patience {
  const ofUsual = (phase?.usual?.highMs ?? 0) * LONGER;
  if (!hasFigures(latest)) {
    const rest = ofUsual > 0 || whole === null ? ofUsual : whole.highMs * LONGER - movedAgeMs;
    return ofUsual > 0 || whole !== null
      ? { patienceMs: Math.max(FIGURES_MS, rest), basis: 'past' }
      : { patienceMs: patienceFor(phase?.kind ?? 'other', sizeBytes), basis: 'ours' };
  }
  // Azure reports figures, but this phase moves no bytes: they may stay the same for all of it.
  const ofPhase = phase?.bytes === 'none' ? ofUsual : 0;
  const ofOwn = longestStillMs * MUCH_LONGER;
  const patienceMs = Math.max(FIGURES_MS, ofPhase, ofOwn);
  if (patienceMs === FIGURES_MS) return { patienceMs, basis: 'ours' };
  return { patienceMs, basis: patienceMs === ofOwn ? 'own' : 'past' };
}

function adviceFor(job: JobDetails, phase: Phase | null): readonly StallAdvice[] {
  const kind = phase?.kind ?? 'other';
  const makes = kind === 'createMachine' || kind === 'createDisks' || kind === 'replaceDisks';
  const stages = kind === 'transferFrom' || kind === 'writeTemplate';
  return [
    'wait',
    ...(makes ? (['lookAtTarget'] as const) : []),
    ...(stages ? (['checkStaging'] as const) : []),
    // Half of a replacement is worse than none.
    ...(job.isCancellable && kind !== 'replaceDisks' ? (['cancel'] as const) : []),
    'support',
  ];
}
