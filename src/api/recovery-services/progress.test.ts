import { describe, expect, test } from 'vitest';
import { jobWire, toJobDetails } from '#src/api/recovery-services/jobs.ts';
import { instant, isoDuration } from '#src/lib/time.ts';
import { invariant } from '#src/lib/result.ts';
import { jobAt, type JobView } from '#src/mocks/time/job-at.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import { planJob } from '#src/mocks/world/plan-seed-job.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { type Observations, observe } from '#src/progress/observe.ts';
import { type PastJob, pastJobOf } from '#src/progress/past.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';

/**
 * The time left over the simulator's own plans: for each kind of job and both profiles, at reads all
 * over the plan, how often the range holds the true end.
 */

type Profile = JobView['profile'];
const KINDS = ['backup', 'create', 'disks', 'replace', 'secondary', 'rehydrated'] as const;
type Kind = (typeof KINDS)[number];
/** How far a job is after so much time, as a share of its plan; a steady one is where it should be. */
type Pace = (share: number) => number;

interface Case {
  readonly plan: JobPlan;
  readonly sizeBytes: number;
}

const startMs = seedMs(defaultWorld.startsAt);
const RECOVERY = { create: 'AlternateLocation', replace: 'OriginalLocation' } as const;

/** The disks of an estate of usual machines, in GiB: the figures do not depend on the demo's worlds. */
const ESTATE_GIB = [
  [30, 126, 256],
  [127, 263, 512],
  [30, 34],
  [30],
  [64, 64],
  [127],
  [127, 256],
  [127, 2048],
  [127],
  [64, 5120],
  [127, 512],
  [127, 100],
  [127],
  [127],
  [64, 1024],
  [32, 32],
];

function casesOf(kind: Kind): readonly Case[] {
  const instance = defaultWorld.instances.find(({ points }) => points.length > 0);
  const source = defaultWorld.machines.find(({ id }) => id === instance?.machineId);
  const disk = source?.disks[0];
  invariant(instance && source && disk, 'the default world protects a machine with a disk');
  return ESTATE_GIB.map((sizes, number) => {
    const machine = { ...source, disks: sizes.map((sizeGiB) => ({ ...disk, sizeGiB })) };
    const recoveryType =
      kind === 'create' || kind === 'replace' ? RECOVERY[kind] : ('RestoreDisks' as const);
    const operation = kind === 'backup' ? ('Backup' as const) : ('Restore' as const);
    const order = { instance, machine, atMs: startMs, jobId: `job-${String(number)}` };
    const { plan } = planJob({ operation, recoveryType }, order);
    const sizeBytes = machine.disks.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0) * 1024 ** 3;
    return { plan: { ...plan, ...changed(kind, plan) }, sizeBytes };
  });
}

function changed(kind: Kind, { tasks }: JobPlan): Partial<JobPlan> {
  if (kind === 'secondary') return { secondaryRegion: 'northeurope', isCancellable: false };
  const archive = { id: 'Rehydrate recovery point', seconds: 3600 };
  return kind === 'rehydrated' ? { tasks: [archive, ...tasks] } : {};
}

const secondsOf = ({ tasks }: JobPlan): number => tasks.reduce((sum, one) => sum + one.seconds, 0);

function read({ plan }: Case, profile: Profile, ms: number, pace: Pace): JobDetails {
  const wholeMs = secondsOf(plan) * 1000;
  const doneMs = ms >= wholeMs ? ms : wholeMs * pace(ms / wholeMs);
  const view = { profile, isNumeric: false, isDetailed: true };
  const { id, name, properties } = jobAt(plan, null, plan.startedAtMs + doneMs, view);
  // Azure's own clock goes on whatever the pace of the work.
  const timed = { ...properties, duration: isoDuration(ms) };
  return toJobDetails(jobWire.parse({ id, name, properties: timed }));
}

/** The other machines' jobs, over and read. */
function pastOf(cases: readonly Case[], one: Case, profile: Profile): readonly PastJob[] {
  return cases
    .filter((other) => other !== one)
    .flatMap((other) => {
      const job = read(other, profile, secondsOf(other.plan) * 1000 + 1, (share) => share);
      return pastJobOf(job, null, other.sizeBytes) ?? [];
    });
}

interface Moment {
  readonly ms: number;
  readonly progress: Progress;
}

const POLLS = 200;

/** A job read every 15 seconds of its time, or two hundred times if it is long. */
function* followed(
  one: Case,
  profile: Profile,
  past: readonly PastJob[],
  pace: Pace,
): Generator<Moment> {
  const wholeMs = secondsOf(one.plan) * 1000;
  const step = Math.max(15_000, wholeMs / POLLS);
  let observations: Observations | null = null;
  for (let ms = 1000; ms < wholeMs; ms += step) {
    const at = instant(one.plan.startedAtMs + ms);
    const job = read(one, profile, ms, pace);
    observations = observe(observations, job, at);
    const facts = { observations, past, sizeBytes: one.sizeBytes };
    yield { ms, progress: progressOf(job, facts, at) };
  }
}

interface Score {
  /** The share of moments with a range. */
  readonly ranged: number;
  /** The share of these ranges that held the true end. */
  readonly right: number;
  /** How wide they were, in the mean, as a share of the whole time. */
  readonly width: number;
  readonly stalls: number;
}

interface Setting {
  readonly profile: Profile;
  readonly hasPast: boolean;
  readonly pace: Pace;
}

/** The ranges given after the first tenth of the jobs of a kind. */
function scoreOf(kind: Kind, { profile, hasPast, pace }: Setting): Score {
  const cases = casesOf(kind);
  const moments = cases.flatMap((one) => {
    const wholeMs = secondsOf(one.plan) * 1000;
    const past = hasPast ? pastOf(cases, one, profile) : [];
    return [...followed(one, profile, past, pace)]
      .filter(({ ms }) => ms >= wholeMs / 10)
      .map(({ ms, progress }) => ({ ...progress, leftMs: wholeMs - ms, wholeMs }));
  });
  const ranges = moments.flatMap(({ eta, leftMs, wholeMs }) =>
    eta.kind === 'range'
      ? [
          {
            isRight: eta.lowMs <= leftMs && leftMs <= eta.highMs,
            width: (eta.highMs - eta.lowMs) / wholeMs,
          },
        ]
      : [],
  );
  const mean = (sum: number): number => sum / Math.max(1, ranges.length);
  expect(moments.length).toBeGreaterThan(500);
  return {
    ranged: ranges.length / moments.length,
    right: mean(ranges.filter(({ isRight }) => isRight).length),
    width: mean(ranges.reduce((sum, { width }) => sum + width, 0)),
    stalls: moments.filter(({ stall }) => stall !== null).length,
  };
}

const steady: Pace = (share) => share;
/** Slow at first, then fast, with waves in it: up to a third slower and up to a half faster. */
const uneven: Pace = (share) => share ** 1.15 - Math.sin(share * 6 * Math.PI) / 60;

describe.each(KINDS)('a job of the kind %s', (kind) => {
  test.each([
    ['documented', 'an even', steady, 0.4],
    ['recorded', 'an even', steady, 0.5],
    ['documented', 'an uneven', uneven, 0.4],
  ] as const)(
    'as %s, at %s pace: nine ranges of ten hold the true end where past jobs are known',
    (profile, _, pace, width) => {
      const score = scoreOf(kind, { profile, hasPast: true, pace });
      expect(score.right).toBeGreaterThanOrEqual(0.9);
      expect(score.ranged).toBeGreaterThanOrEqual(0.95);
      expect(score.width).toBeLessThan(width);
      expect(score.stalls).toBe(0);
    },
  );

  test('as recorded: gives no range without a source for it', () => {
    const score = scoreOf(kind, { profile: 'recorded', hasPast: false, pace: steady });
    expect(score).toMatchObject({ ranged: 0, stalls: 0 });
  });
});

// Azure reports no figures of a backup.
describe.each(KINDS.filter((kind) => kind !== 'backup'))('a job of the kind %s', (kind) => {
  test.each([
    ['an even', steady, 0.25],
    ['an uneven', uneven, 0.6],
  ] as const)(
    'at %s pace: nine ranges of ten hold the true end where Azure’s figures are all there is',
    (_, pace, width) => {
      const score = scoreOf(kind, { profile: 'documented', hasPast: false, pace });
      expect(score.right).toBeGreaterThanOrEqual(0.9);
      expect(score.ranged).toBeGreaterThanOrEqual(0.95);
      expect(score.width).toBeLessThan(width);
      expect(score.stalls).toBe(0);
    },
  );
});
