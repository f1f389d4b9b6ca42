import type { TransferredBytes } from '#src/lib/bytes.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { type Eta, etaOf } from '#src/progress/eta.ts';
import { type Observations, observe, type Setback } from '#src/progress/observe.ts';
import {
  alikeJob,
  expected,
  type PastJob,
  type Range,
  rangeOf,
  typicalOf,
} from '#src/progress/past.ts';
import { lastPhaseOf, type Phase, phasesOf, usualAfter } from '#src/progress/phases.ts';
import { type Stall, stallOf } from '#src/progress/stall.ts';

/** How far a job is at one moment. How it ended is its verdict (`verdict.ts`). */
export interface Progress {
  /** How long it has run or ran; null: not known. */
  readonly ageMs: number | null;
  readonly percent: Percent | null;
  /** As the service counts it; null: not reported. */
  readonly jobPercent: Percent | null;
  readonly bytes: TransferredBytes | null;
  readonly phases: readonly Phase[];
  /** The phase that runs; null: none, or not reported. */
  readonly phase: Phase | null;
  readonly eta: Eta;
  /** Whether past jobs tell how long one like it takes. */
  readonly hasTypical: boolean;
  readonly stall: Stall | null;
  /** The latest figure that went backwards; null: none did. */
  readonly setback: Setback | null;
}

/**
 * How far a job is: the share of its bytes, or what the service counts where it reports no bytes. `isCurrent` false:
 * reported by an earlier read, at `at`; the latest left it out.
 */
export interface Percent {
  /** From 0 to 100. */
  readonly value: number;
  readonly of: 'bytes' | 'job';
  readonly at: Instant;
  readonly isCurrent: boolean;
}

/** What is known beside a job's latest read. */
export interface ProgressFacts {
  /** What {@link observe} made of all reads so far, the latest among them; null: this is the first. */
  readonly observations: Observations | null;
  /** Past jobs of the vault, of any kind; null: not read. */
  readonly past: readonly PastJob[] | null;
  /** Size of all disks of the machine; null: not known. */
  readonly sizeBytes: number | null;
}

/**
 * The progress of a job at `at`, a moment not before its latest read. Pure: a caller reads the job, has
 * {@link observe} take the read in and keeps the result, and asks again whenever its clock ticks.
 */
export function progressOf(job: JobDetails, facts: ProgressFacts, at: Instant): Progress {
  const observations = facts.observations ?? observe(null, job, at);
  const unreadMs = Math.max(0, at - observations.latest.at);
  const sizeBytes = facts.sizeBytes ?? job.bytes?.total ?? null;
  const alike = typicalOf(alikeJob(job), facts.past ?? []);
  const ageMs = observations.latest.ageMs + unreadMs;
  const phases = phasesOf(job, observations, { alike, sizeBytes, ageMs });
  const whole = expected(alike, sizeBytes);
  const stall = stallOf(job, observations, phases, { whole, sizeBytes });
  const isStalled = stall !== null;
  const jobPercent = jobPercentOf(job, observations);
  const isPastRead = facts.past !== null;
  const by = { alike, isPastRead, whole, sizeBytes };
  const eta = etaOf({ job, observations, phases, ...by, unreadMs, isStalled });
  return {
    ageMs: ageOf(job, ageMs),
    percent: bytesPercent(job, observations) ?? jobPercent,
    jobPercent,
    bytes: job.bytes,
    phases,
    phase: phases.find(({ status }) => status === 'inProgress') ?? null,
    eta,
    hasTypical: alike.length > 0,
    stall,
    setback: observations.setbacks.at(-1) ?? null,
  };
}

function ageOf(
  { status, startedAt, endedAt, durationMs }: JobDetails,
  ageMs: number,
): number | null {
  if (!isTerminal(status) && status !== 'unknown')
    return startedAt === null && durationMs === null ? null : ageMs;
  return startedAt !== null && endedAt !== null ? Math.max(0, endedAt - startedAt) : durationMs;
}

/** Keys come and go between two reads (azure-contract §8): a percentage reported once stays, with its time. */
function jobPercentOf({ percent }: JobDetails, { changes, latest }: Observations): Percent | null {
  if (percent !== null) return { value: percent, of: 'job', at: latest.at, isCurrent: true };
  const last = changes.findLast((sample) => sample.percent !== null);
  if (last === undefined || last.percent === null) return null;
  return { value: last.percent, of: 'job', at: last.at, isCurrent: false };
}

function bytesPercent({ bytes }: JobDetails, { changes, latest }: Observations): Percent | null {
  const now = bytes === null ? null : shareOf(bytes.transferred, bytes.total);
  if (now !== null) return { value: now, of: 'bytes', at: latest.at, isCurrent: true };
  for (const sample of changes.toReversed()) {
    const then = shareOf(sample.bytes, sample.totalBytes);
    if (then !== null) return { value: then, of: 'bytes', at: sample.at, isCurrent: false };
  }
  return null;
}

/** From 0 to 100; null: one of both isn't known, or there is nothing to transfer. */
const shareOf = (bytes: number | null, total: number | null): number | null =>
  bytes === null || total === null || total <= 0 ? null : Math.min(100, (bytes / total) * 100);

export type Cancel =
  | {
      readonly kind: 'possible';
      /** The phase whose start ends it; null: none is known that does. */
      readonly until: Phase | null;
      /** The time until then; null: not known. */
      readonly left: Range | null;
      /**
       * `lastPhase`: Azure still offers it while the restored resources are being created, and might refuse.
       * `replacing`: disks are being replaced; the state in which this leaves a VM is undocumented.
       */
      readonly caution: 'lastPhase' | 'replacing' | null;
    }
  | { readonly kind: 'no'; readonly why: NoCancel };

/**
 * `secondary`: rule `jobs.crr.no-cancel` (Restore Azure VMs, Restore in secondary region, note).
 * `operation`: Azure offers it for backups and restores only. `notOffered`: Azure does not offer it
 * for this job; it need not say why.
 */
export type NoCancel =
  | 'over'
  | 'cancelling'
  | 'secondary'
  | 'replacing'
  | 'lastPhase'
  | 'operation'
  | 'notOffered'
  | 'unknownStatus';

/** Whether a job runs in the secondary region (azure-contract §9). */
function isSecondary({ operation }: Pick<JobDetails, 'operation'>): boolean {
  return operation.toLowerCase() === 'crossregionrestore';
}

/**
 * Whether a job can be canceled now. In the primary region no document states when: Azure offers it job by
 * job (azure-contract §8), and decides again on the request.
 */
export function cancelOf(job: JobDetails, phases: readonly Phase[], eta: Eta): Cancel {
  if (isTerminal(job.status)) return no('over');
  if (job.status === 'cancelling') return no('cancelling');
  if (isSecondary(job)) return no('secondary');
  const last = lastPhaseOf(job.restoreKind);
  const phase = phases.find(({ kind }) => kind === last) ?? null;
  const hasBegun = phase !== null && phase.status !== 'notStarted' && phase.status !== 'unknown';
  const caution = last === 'replaceDisks' ? 'replacing' : 'lastPhase';
  if (!job.isCancellable) return no(notOffered(job, hasBegun ? caution : null));
  if (hasBegun) return { kind: 'possible', until: null, left: null, caution };
  return { kind: 'possible', until: phase, left: leftUntil(phase, phases, eta), caution: null };
}

/** The time until a job may no longer be canceled; null: it can't be, no limit is known, or its earliest end has passed. */
export function limitOf(cancel: Cancel | null): Range | null {
  const left = cancel?.kind === 'possible' ? cancel.left : null;
  return left === null || left.lowMs === 0 ? null : left;
}

const no = (why: NoCancel): Cancel => ({ kind: 'no', why });

function notOffered(job: JobDetails, begun: 'lastPhase' | 'replacing' | null): NoCancel {
  if (job.status === 'unknown') return 'unknownStatus';
  const word = job.operation.toLowerCase();
  if (word !== '' && word !== 'restore' && word !== 'backup') return 'operation';
  return begun ?? 'notOffered';
}

/** The time left until a phase starts: without that of the phase itself and of those behind it. */
export function leftUntil(phase: Phase | null, phases: readonly Phase[], eta: Eta): Range | null {
  if (phase === null || eta.kind === 'unknown') return null;
  const after = usualAfter(phases.slice(phases.indexOf(phase)));
  return after === null ? null : rangeOf(eta.lowMs - after.highMs, eta.highMs - after.lowMs);
}
