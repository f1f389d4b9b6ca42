import type { TransferredBytes } from '#src/lib/bytes.ts';
import type { JobDetails, JobTask, RestoreKind, TaskStatus } from '#src/model/jobs.ts';
import { type Observations, type PhaseKind, phaseKindOf } from '#src/progress/observe.ts';
import { less, type PastJob, type Range, rangeOf, sum, usualOf } from '#src/progress/past.ts';

/** Whether a phase moves data, so that Azure can report bytes. Null: not known. */
function movesBytes(kind: PhaseKind): boolean | null {
  if (kind === 'other') return null;
  return kind === 'transferFrom' || kind === 'transferTo';
}

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long a phase may run without figures before it counts as stalled, where nothing else is known of
 * it: our own measure, no document has one. Rehydration takes up to 15 hours (Restore Azure VMs, archive tier).
 */
const PATIENCE_MS: Readonly<Record<PhaseKind, number>> = {
  rehydrate: 16 * HOUR_MS,
  prepare: 30 * MINUTE_MS,
  snapshot: HOUR_MS,
  transferFrom: 6 * HOUR_MS,
  transferTo: 6 * HOUR_MS,
  createMachine: HOUR_MS,
  createDisks: HOUR_MS,
  replaceDisks: HOUR_MS,
  writeTemplate: 30 * MINUTE_MS,
  other: 6 * HOUR_MS,
};

/** A slow transfer, about 70 MiB in a second, and a large machine: our own measure. */
const SLOW_MS_PER_BYTE = 15_000 / 1024 ** 3;

const LARGE_BYTES = 8 * 1024 ** 4;

/** How long a phase may run without figures, by the size of the VM; an unknown size counts as large. */
export function patienceFor(kind: PhaseKind, sizeBytes: number | null): number {
  const moved = movesBytes(kind) === false ? 0 : (sizeBytes ?? LARGE_BYTES);
  return PATIENCE_MS[kind] + moved * SLOW_MS_PER_BYTE;
}

/** What a phase that hasn't started needs at least, our own measure; zero for an unknown one. */
function leastMs(kind: PhaseKind): number {
  return kind === 'other' ? 0 : 15_000;
}

/** The phase from whose start on a cancellation isn't clean; null for a restore of unknown kind. */
export function lastPhaseOf(kind: RestoreKind | null): PhaseKind | null {
  switch (kind) {
    case 'createVm':
      return 'createMachine';
    case 'restoreDisks':
      return 'createDisks';
    case 'replaceDisks':
      return 'replaceDisks';
    case null:
      return null;
  }
}

/** A subtask of a job as a person follows it. */
export interface Phase {
  /** Azure's own name; empty where it gives none. */
  readonly name: string;
  readonly kind: PhaseKind;
  readonly status: TaskStatus;
  /** Azure's own word for the status. */
  readonly statusWord: string | null;
  /** The service's word for it, shown in place of ours; undefined: ours. */
  readonly ownWord?: string | undefined;
  readonly percent: number | null;
  /** How long it took, or has run; null: not known. */
  readonly takenMs: number | null;
  /** How long it usually takes, by past jobs; null: not known. */
  readonly usual: Range | null;
  /** `none`: this phase moves no data, so there is nothing to report. */
  readonly bytes: TransferredBytes | 'notReported' | 'none';
}

export function phasesOf(
  job: JobDetails,
  observations: Observations | null,
  usual: UsualTimes,
): readonly Phase[] {
  return job.tasks.map((task) => {
    const kind = phaseKindOf(task.name);
    return {
      name: task.name,
      kind,
      status: task.status,
      statusWord: task.statusWord,
      ownWord: task.ownWord,
      percent: task.percent,
      takenMs: takenMs(task, observations, usual.ageMs),
      usual: usualOf(kind, usual.alike, usual.sizeBytes),
      bytes: task.bytes ?? (movesBytes(kind) === false ? 'none' : 'notReported'),
    };
  });
}

/** What past jobs tell of the phases of one that is so old. */
interface UsualTimes {
  readonly alike: readonly PastJob[];
  readonly sizeBytes: number | null;
  readonly ageMs: number;
}

function takenMs(task: JobTask, observations: Observations | null, ageMs: number): number | null {
  if (task.status === 'notStarted') return null;
  const seen = observations?.tasks.find(({ name }) => name === task.name);
  const began = seen?.beganAgeMs ?? null;
  const ended = seen?.endedAgeMs ?? (task.status === 'inProgress' ? ageMs : null);
  if (began === null || ended === null) return task.durationMs;
  return task.status === 'inProgress'
    ? Math.max(0, ended - began)
    : (task.durationMs ?? Math.max(0, ended - began));
}

/** What the phases that haven't started need at least: no estimate is below it. */
export function leastLeftMs(phases: readonly Phase[]): number {
  return phases
    .filter(({ status }) => status === 'notStarted')
    .reduce((ms, { kind, usual }) => ms + (usual?.lowMs ?? leastMs(kind)), 0);
}

/**
 * What a job still needs by the usual time of its phases; null where past jobs do not tell one of
 * them, or the running one takes longer than usual. Phases side by side count one after the other.
 */
export function leftByPhases(phases: readonly Phase[]): Range | null {
  const left: Range[] = [];
  for (const { status, usual, takenMs: taken } of phases) {
    if (status === 'notStarted' || status === 'inProgress') {
      if (usual === null || (taken ?? 0) > usual.highMs) return null;
      const rest = less(usual, taken ?? 0);
      // A phase that started before it was watched has an unknown rest.
      left.push(status === 'inProgress' && taken === null ? rangeOf(0, rest.highMs) : rest);
    }
  }
  return left.length === 0 ? null : sum(left);
}

/** The usual time of all phases after those that have started; null if one is unknown. */
export function usualAfter(phases: readonly Phase[]): Range | null {
  const usual = phases.filter(({ status }) => status === 'notStarted').map((one) => one.usual);
  const known = usual.filter((one) => one !== null);
  return known.length === usual.length ? sum(known) : null;
}
