import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, RestoreKind } from '#src/model/jobs.ts';
import type { Observations } from './observations.ts';
import { type PhaseKind, phaseKindOf } from './phases.ts';
import { hull, overlap, type Range, rangeOf, widened } from './range.ts';

/** A job that succeeded: how much there was to do, and how long it took. */
export interface PastJob {
  /** Azure's own word, as `Restore`. */
  readonly operation: string;
  readonly kind: RestoreKind | null;
  /** Whether it brought its point back from the archive first. */
  readonly isRehydrating: boolean;
  /** Size of all disks of the machine; null: not known. */
  readonly sizeBytes: number | null;
  readonly durationMs: number;
  /** Phases whose durations Azure reported or this product saw. */
  readonly phases: readonly PastPhase[];
}

export interface PastPhase {
  readonly kind: PhaseKind;
  readonly durationMs: number;
}

/** So many are compared at most: each is a read of its own. */
const MOST = 10;

/** The jobs of a list that one starting at `start` is compared with: completed by then, the newest first. */
export function baselineOf<One extends Job>(
  listed: readonly One[],
  start: Instant,
): readonly One[] {
  return listed
    .filter(({ status, endedAt }) => status === 'completed' && endedAt !== null && endedAt <= start)
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
    .slice(0, MOST);
}

/** How long something of this size took. */
interface Took {
  readonly sizeBytes: number | null;
  readonly durationMs: number;
}

/**
 * A job as one of the past, with what was seen of it while it ran and the size of its machine; null
 * when it did not complete, or does not say how long it took.
 */
export function pastJobOf(
  job: JobDetails,
  observations: Observations | null,
  sizeBytes: number | null,
): PastJob | null {
  const { startedAt, endedAt } = job;
  const byTimes = startedAt === null || endedAt === null ? null : endedAt - startedAt;
  const durationMs = byTimes ?? job.durationMs ?? 0;
  if (job.status !== 'completed' || durationMs <= 0) return null;
  return {
    operation: job.operation,
    kind: job.restoreKind,
    isRehydrating: isRehydrating(job),
    sizeBytes: sizeBytes ?? job.bytes?.total ?? null,
    durationMs,
    phases: job.tasks.flatMap(({ name, durationMs: reported }) => {
      const task = observations?.tasks.find((one) => one.name === name);
      const began = task?.beganAgeMs ?? null;
      const ended = task?.endedAgeMs ?? null;
      const took = reported ?? (began === null || ended === null ? null : ended - began);
      return took === null ? [] : [{ kind: phaseKindOf(name), durationMs: took }];
    }),
  };
}

const isRehydrating = ({ tasks }: JobDetails): boolean =>
  tasks.some(({ name }) => phaseKindOf(name) === 'rehydrate');

/** What past jobs have in common with another. */
export type Alike = Pick<PastJob, 'operation' | 'kind' | 'isRehydrating'>;

/** What past jobs of a job have in common with it. */
export const alikeJob = (job: JobDetails): Alike => ({
  operation: job.operation,
  kind: job.restoreKind,
  isRehydrating: isRehydrating(job),
});

/** Those of the past that did the same. */
export function alikeOf(same: Alike, past: readonly PastJob[]): readonly PastJob[] {
  return past.filter(
    (one) =>
      one.operation.toLowerCase() === same.operation.toLowerCase() &&
      one.kind === same.kind &&
      one.isRehydrating === same.isRehydrating &&
      one.durationMs > 0,
  );
}

/** Of fewer than this nothing is typical: our own measure. */
export const LEAST_TYPICAL = 5;

/** Those of the past that did the same; none where they are too few. */
export function typicalOf(same: Alike, past: readonly PastJob[]): readonly PastJob[] {
  const alike = alikeOf(same, past);
  return alike.length < LEAST_TYPICAL ? [] : alike;
}

/** The usual time of a phase for a machine of this size; null when no past job reports it. */
export function usualOf(
  kind: PhaseKind,
  alike: readonly PastJob[],
  sizeBytes: number | null,
): Range | null {
  const took = alike.flatMap((job) =>
    job.phases
      .filter((phase) => phase.kind === kind)
      .map(({ durationMs }) => ({ sizeBytes: job.sizeBytes, durationMs })),
  );
  return expected(took, sizeBytes);
}

/** Most that is looked at, and how near in size a past job counts as being of the same size. */
const NEAREST = 6;
const SAME_SIZE = 1.5;

/**
 * What a machine of this size will take, by those nearest to it in size; null without any. The time
 * is taken to be some part that is always the same and some part that grows with the size: then it
 * lies between a past time as it was and that time in proportion to the sizes.
 */
export function expected(took: readonly Took[], sizeBytes: number | null): Range | null {
  const near = nearest(took, sizeBytes);
  const spans = near.map((one) => {
    const ratio = ratioOf(one, sizeBytes);
    return ratio === null
      ? rangeOf(one.durationMs / 2, one.durationMs * 2)
      : rangeOf(one.durationMs, one.durationMs * ratio);
  });
  const [first, ...others] = spans;
  if (first === undefined) return null;
  const isSameSize = near.every((one) => isOfSize(one, sizeBytes));
  const all = others.reduce(
    (found, span) => (isSameSize ? hull(found, span) : (overlap(found, span) ?? hull(found, span))),
    first,
  );
  return widened(all, 0.1 + 0.25 / spans.length);
}

function nearest(took: readonly Took[], sizeBytes: number | null): readonly Took[] {
  const distance = (one: Took): number => Math.abs(Math.log(ratioOf(one, sizeBytes) ?? 1e9));
  const near = took.toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
  const same = near.filter((one) => isOfSize(one, sizeBytes));
  return same.length >= 2 ? same : near;
}

function isOfSize(one: Took, sizeBytes: number | null): boolean {
  const ratio = ratioOf(one, sizeBytes) ?? 0;
  return ratio <= SAME_SIZE && ratio >= 1 / SAME_SIZE;
}

function ratioOf(one: Took, sizeBytes: number | null): number | null {
  const isKnown = sizeBytes !== null && sizeBytes > 0 && (one.sizeBytes ?? 0) > 0;
  return isKnown ? sizeBytes / (one.sizeBytes ?? 1) : null;
}
