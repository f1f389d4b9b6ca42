import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import type { Observations } from '#src/progress/observe.ts';
import {
  byAzure,
  byBytes,
  byPercent,
  bytesPerMs,
  type Estimate,
  hull,
  less,
  overlap,
  type PastJob,
  type Range,
  sum,
} from '#src/progress/past.ts';
import { leastLeftMs, leftByPhases, type Phase, usualAfter } from '#src/progress/phases.ts';

/** When a job will be ready, or why that isn't known. */
export type Eta =
  | {
      readonly kind: 'range';
      /** From the moment of the estimate. Both are zero when the job is over. */
      readonly lowMs: number;
      readonly highMs: number;
      /** What it is taken from, the weightiest first; empty when the job is over. */
      readonly bases: readonly EtaBasis[];
    }
  | { readonly kind: 'unknown'; readonly why: NoEta };

export type EtaBasis =
  | { readonly kind: 'azure' }
  | { readonly kind: 'percent' }
  /** Bytes in a millisecond. */
  | { readonly kind: 'bytes'; readonly bytesPerMs: number }
  /** The same without what comes after the bytes, of which nothing is known. */
  | { readonly kind: 'bytesAlone'; readonly bytesPerMs: number }
  /** `isOfSize`: the size of this machine is known and was compared. */
  | { readonly kind: 'past'; readonly jobs: number; readonly isOfSize: boolean };

/**
 * `standsStill`: figures don't move.
 * `noBytes`: only bytes predict its time, and none move now.
 * `longerThanPast`: it takes longer than any past job.
 * `notRead`: the latest read is older than the time that it gave.
 * `pastNotRead`: its own figures don't tell, and past jobs aren't known so far.
 */
export type NoEta =
  | NoTypical
  | 'standsStill'
  | 'noBytes'
  | 'longerThanPast'
  | 'notRead'
  | 'pastNotRead'
  | 'cancelling';

/**
 * Too few past jobs are known, and of its own figures: `nothing`: Azure reports none. `tooEarly`: too few.
 * `inSteps`: they leap, so they don't predict the time.
 */
export type NoTypical = 'nothing' | 'tooEarly' | 'inSteps';

/** What the time left of a job is taken from. */
interface EtaFacts {
  readonly job: JobDetails;
  readonly observations: Observations;
  readonly phases: readonly Phase[];
  readonly alike: readonly PastJob[];
  readonly isPastRead: boolean;
  /** How long past jobs took as a whole; null: not known. */
  readonly whole: Range | null;
  readonly sizeBytes: number | null;
  /** Since the latest read. */
  readonly unreadMs: number;
  readonly isStalled: boolean;
}

interface Guess {
  readonly range: Range;
  readonly evidence: number;
  readonly bases: readonly EtaBasis[];
}

/** Little of the way has been seen: past jobs count as much as the job itself. */
const THIN = 0.1;

/** The time left is always a range. */
const LEAST_WIDTH = 0.02;
const LEAST_WIDTH_MS = 1000;

/** The time that a job still needs. */
export function etaOf(facts: EtaFacts): Eta {
  const { job, phases, isStalled, unreadMs } = facts;
  if (isTerminal(job.status)) return { kind: 'range', lowMs: 0, highMs: 0, bases: [] };
  if (job.status === 'cancelling') return unknown('cancelling');
  if (isStalled) return unknown('standsStill');
  if (job.pace === 'still' || job.pace === 'waits') return unknown('noBytes');
  const own = ownOf(facts);
  const past = pastOf(facts);
  const found = own === null || past === null ? (own ?? past) : together(own, past);
  if (found === null) return unknown(whyNot(facts));
  if (unreadMs > found.range.highMs) return unknown('notRead');
  const { lowMs, highMs } = less(found.range, unreadMs);
  const low = Math.max(lowMs, leastLeftMs(phases));
  const high = Math.max(highMs, low * (1 + LEAST_WIDTH), low + LEAST_WIDTH_MS);
  return { kind: 'range', lowMs: low, highMs: high, bases: found.bases };
}

const unknown = (why: NoEta): Eta => ({ kind: 'unknown', why });

/** By the job's own figures. */
function ownOf({ job, observations, phases }: EtaFacts): Guess | null {
  const transfer = byBytes(observations);
  const speed = bytesPerMs(observations);
  if (job.pace === 'bytes') {
    return speed === null ? null : guess(transfer, { kind: 'bytesAlone', bytesPerMs: speed });
  }
  if (observations.isStepwise) return null;
  const after = usualAfter(phases);
  const all = [
    guess(byAzure(observations), { kind: 'azure' }),
    guess(byPercent(observations), { kind: 'percent' }),
    transfer === null || after === null || speed === null || isTransferred(observations)
      ? null
      : guess(
          { ...transfer, range: sum([transfer.range, after]) },
          { kind: 'bytes', bytesPerMs: speed },
        ),
  ].filter((one) => one !== null);
  const [first, ...others] = all;
  return first === undefined ? null : others.reduce(together, first);
}

const isTransferred = ({ latest }: Observations): boolean => latest.bytes === latest.totalBytes;

function guess(estimate: Estimate | null, basis: EtaBasis): Guess | null {
  return estimate === null ? null : { ...estimate, bases: [basis] };
}

/** By past jobs: by their phases where those are known, else by the whole. */
function pastOf({ observations, phases, alike, whole, sizeBytes }: EtaFacts): Guess | null {
  const { ageMs } = observations.latest;
  const left = whole === null || whole.highMs <= ageMs ? null : less(whole, ageMs);
  const byPhases = leftByPhases(phases);
  const range =
    left === null || byPhases === null ? (byPhases ?? left) : (overlap(byPhases, left) ?? byPhases);
  if (range === null) return null;
  const isOfSize = sizeBytes !== null && alike.some((one) => one.sizeBytes !== null);
  return { range, evidence: 0, bases: [{ kind: 'past', jobs: alike.length, isOfSize }] };
}

/** Two that agree narrow each other. Of two that do not, the better seen counts, or both. */
function together(one: Guess, other: Guess): Guess {
  const both = overlap(one.range, other.range);
  const bases = [...one.bases, ...other.bases];
  const evidence = Math.max(one.evidence, other.evidence);
  if (both !== null) return { range: both, evidence, bases };
  if (other.evidence === 0 && one.evidence >= THIN) return one;
  return { range: hull(one.range, other.range), evidence, bases };
}

function whyNot({ job, observations, alike, isPastRead }: EtaFacts): NoEta {
  if (job.pace === 'bytes') return 'tooEarly';
  const byPast = (why: NoTypical): NoEta => {
    if (alike.length > 0) return 'longerThanPast';
    return isPastRead ? why : 'pastNotRead';
  };
  const { changes, latest, isStepwise } = observations;
  if (isStepwise) return byPast('inSteps');
  const hasFigures =
    latest.percent !== null || latest.bytes !== null || latest.remainingMs !== null;
  if (!hasFigures) return byPast('nothing');
  if (changes.length > 2 || latest.remainingMs !== null) return 'standsStill';
  return byPast('tooEarly');
}
