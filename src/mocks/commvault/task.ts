import * as z from 'zod/mini';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { hashNumbers } from '#src/mocks/world/ids.ts';

/**
 * The stages of a restore (document 003, Restore Process). Their names on the wire, how long they
 * take and their weights in the percent are assumed (A).
 */

export const stageKinds = [
  'wait',
  'engage',
  'delete',
  'mount',
  'write',
  'create',
  'convert',
  'secure',
] as const;
export type StageKind = (typeof stageKinds)[number];

/** What a stage is called on the wire, in the profile that reports stages (A). */
export const stageNames: Record<StageKind, string> = {
  wait: 'Waiting for a media agent',
  engage: 'Engage the Virtual Server file system driver',
  delete: 'Delete the existing VM',
  mount: 'Mount VM disks',
  write: 'Write data from library',
  create: 'Create the VM',
  convert: 'Convert to managed VM',
  secure: 'Configure the network security group',
};

/** Percent of the job at the beginning of a stage (A). */
const stagePercents: Record<StageKind, number> = {
  wait: 0,
  engage: 2,
  delete: 5,
  mount: 8,
  write: 8,
  create: 88,
  convert: 92,
  secure: 97,
};

interface Stage {
  readonly kind: StageKind;
  /** Simulated seconds. */
  readonly seconds: number;
}

const BYTES_PER_SECOND = 365_000_000;

interface StagesWanted {
  readonly jobId: number;
  readonly bytes: number;
  readonly isInPlace: boolean;
  readonly isManaged: boolean;
  readonly hasSecurityGroup: boolean;
}

/** The stages of a restore with their simulated seconds. Restores queue as backups do: 77 to 149 s (R). */
export function stagesOf(wanted: StagesWanted): readonly Stage[] {
  const { jobId, bytes, isInPlace, isManaged, hasSecurityGroup } = wanted;
  const seconds: Record<StageKind, number> = {
    wait: 77 + (hashNumbers(jobId, 5) % 73),
    engage: 20,
    delete: isInPlace ? 40 : 0,
    mount: 45,
    write: Math.max(1, Math.ceil(bytes / BYTES_PER_SECOND)),
    create: 90,
    convert: isManaged ? 120 : 0,
    secure: hasSecurityGroup ? 15 : 0,
  };
  return stageKinds
    .map((kind) => ({ kind, seconds: seconds[kind] }))
    .filter((stage) => stage.seconds > 0);
}

/** What a CommServe has accepted, as it is stored: tasks, kills and renewed tokens. */

const endingShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed') }),
  // After so much of the stage of this number, from 0.
  z.object({
    kind: z.literal('failed'),
    stage: z.number(),
    part: z.number(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('with-errors'), reason: z.string() }),
  z.object({ kind: z.literal('never-started'), reason: z.string() }),
]);
/** How a job ends unless it is killed. */
export type Ending = z.infer<typeof endingShape>;

/** A stage stops moving for a while, or for ever, and the job says another word meanwhile. */
const holdShape = z.object({
  stage: z.number(),
  part: z.number(),
  /** Null: for ever. */
  seconds: z.nullable(z.number()),
  status: z.literal(['Waiting', 'Pending', 'Running']),
  reason: z.string(),
});
export type Hold = z.infer<typeof holdShape>;

const taskShape = z.object({
  kind: z.literal('task'),
  taskId: z.number(),
  jobId: z.number(),
  /** As it was submitted. */
  taskInfo: z.unknown(),
  guid: z.string(),
  vmName: z.string(),
  newName: z.string(),
  /** A download of files, which a restore of that name is not (R). */
  isDownload: z.boolean(),
  /** Bytes that are written. */
  bytes: z.number(),
  clientId: z.number(),
  clientName: z.string(),
  agent: z.string(),
  subclientId: z.number(),
  /** Milliseconds until the job is known. */
  unknownMs: z.number(),
  stages: z.array(z.object({ kind: z.literal(stageKinds), seconds: z.number() })),
  hold: z.nullable(holdShape),
  ending: endingShape,
});

const storedShape = z.discriminatedUnion('kind', [
  taskShape,
  z.object({ kind: z.literal('kill'), jobId: z.number() }),
  z.object({ kind: z.literal('renewed'), accessToken: z.string(), refreshToken: z.string() }),
]);
type Stored = z.infer<typeof storedShape>;

/** The same with its moment in simulated epoch milliseconds. */
type At<Kind extends Stored['kind']> = Extract<Stored, { readonly kind: Kind }> & {
  readonly atMs: number;
};
export type Task = At<'task'>;

/** An event that only this CommServe reads. */
export const storing = (at: number, event: Stored): WorldEvent => ({
  type: 'service-event',
  at,
  service: COMMSERVE_ORIGIN,
  event,
});

function storedIn({ serviceEvents }: State): readonly (Stored & { readonly atMs: number })[] {
  return serviceEvents.flatMap(({ service, event, at }) => {
    const read = service === COMMSERVE_ORIGIN ? storedShape.safeParse(event).data : undefined;
    return read === undefined ? [] : [{ ...read, atMs: at }];
  });
}

/** All tasks, in their order. */
export const tasksOf = (state: State): readonly Task[] =>
  storedIn(state).flatMap((one) => (one.kind === 'task' ? [one] : []));

/** When each job was killed that was, by its number. */
export const killsOf = (state: State): ReadonlyMap<number, number> =>
  new Map(
    storedIn(state).flatMap((one) => (one.kind === 'kill' ? [[one.jobId, one.atMs] as const] : [])),
  );

/** The pairs of tokens that renewals have given, in their order. */
export const renewalsOf = (state: State): readonly At<'renewed'>[] =>
  storedIn(state).flatMap((one) => (one.kind === 'renewed' ? [one] : []));

/** Simulated milliseconds from a kill to its end: a poll or two. */
const KILLING_MS = 30_000;
/** How long a job tries that never starts (A). */
const STARTING_MS = 10_000;

/** A stage that a job has entered. */
interface EnteredStage {
  readonly kind: StageKind;
  readonly fromMs: number;
  /** When it will be or was left; infinity: never. */
  readonly untilMs: number;
}

/** A restore job at a moment. */
export interface CommvaultJobAt {
  readonly status: string;
  readonly percent: number;
  readonly bytesDone: number;
  /** Why it waits, or how it ended badly; empty: no reason. */
  readonly reason: string;
  readonly entered: readonly EnteredStage[];
  /** Simulated epoch milliseconds. */
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

/** When each stage of a job is entered and left, unless it is killed. */
export function stageTimes({ stages, hold, ending, atMs }: Task): readonly EnteredStage[] {
  const times: EnteredStage[] = [];
  let fromMs = atMs;
  for (const [index, { kind, seconds }] of stages.entries()) {
    const isLast = ending.kind === 'failed' && ending.stage === index;
    const own = seconds * 1000 * (isLast ? ending.part : 1);
    const untilMs = fromMs + own + (hold?.stage === index ? heldMs(hold) : 0);
    times.push({ kind, fromMs, untilMs });
    if (isLast || untilMs === Infinity) break;
    fromMs = untilMs;
  }
  return times;
}

const heldMs = ({ seconds }: { readonly seconds: number | null }): number =>
  seconds === null ? Infinity : seconds * 1000;

/** A job at a moment, computed from its task, its kill and the clock alone. */
export function jobAt(task: Task, killedAtMs: number | undefined, now: number): CommvaultJobAt {
  if (killedAtMs === undefined || killedAtMs > now) return livingAt(task, now);
  const last = livingAt(task, killedAtMs);
  const endedAtMs = killedAtMs + KILLING_MS;
  return now < endedAtMs
    ? { ...last, status: 'Kill Pending', reason: '', endedAtMs: null }
    : { ...last, status: 'Killed', reason: 'The job was killed by a user.', endedAtMs };
}

function livingAt(task: Task, now: number): CommvaultJobAt {
  const { atMs: startedAtMs, ending, bytes } = task;
  const begun = { percent: 0, bytesDone: 0, entered: [], startedAtMs, endedAtMs: null };
  if (ending.kind === 'never-started') {
    return now < startedAtMs + STARTING_MS
      ? { ...begun, status: 'Queued', reason: '' }
      : {
          ...begun,
          status: 'Failed to Start',
          reason: ending.reason,
          endedAtMs: startedAtMs + STARTING_MS,
        };
  }
  const times = stageTimes(task);
  const entered = times.filter(({ fromMs }) => fromMs <= now);
  const lastMs = times.at(-1)?.untilMs ?? startedAtMs;
  const isOver = now >= lastMs;
  const current = entered.at(-1);
  const part = current === undefined ? 0 : partOf(task, current, Math.min(now, lastMs));
  const percent = current === undefined ? 0 : percentOf(current.kind, part);
  const written = entered.some(({ kind, untilMs }) => kind === 'write' && untilMs <= now);
  const writing = current?.kind === 'write' ? Math.floor(bytes * part) : written ? bytes : 0;
  const seen = { entered, startedAtMs, percent };
  if (!isOver) {
    return {
      ...seen,
      ...wordOf(task, entered.length - 1, now),
      bytesDone: writing,
      endedAtMs: null,
    };
  }
  switch (ending.kind) {
    case 'failed':
      return {
        ...seen,
        status: 'Failed',
        reason: ending.reason,
        bytesDone: writing,
        endedAtMs: lastMs,
      };
    case 'with-errors':
      return {
        ...seen,
        status: 'Completed w/ one or more errors',
        reason: ending.reason,
        percent: 100,
        bytesDone: bytes,
        endedAtMs: lastMs,
      };
    case 'completed':
      return {
        ...seen,
        status: 'Completed',
        reason: '',
        percent: 100,
        bytesDone: bytes,
        endedAtMs: lastMs,
      };
  }
}

/** How much of a stage's work is done: none of it is while the stage is held. */
function partOf({ stages, hold }: Task, { kind, fromMs }: EnteredStage, now: number): number {
  const index = stages.findIndex((one) => one.kind === kind);
  const workMs = (stages[index]?.seconds ?? 0) * 1000;
  const passed = now - fromMs;
  if (hold?.stage !== index) return Math.min(1, passed / workMs);
  const before = workMs * hold.part;
  return Math.min(1, Math.max(Math.min(passed, before), passed - heldMs(hold)) / workMs);
}

const WRITE_PERCENT = 80;

/** A part of one hundredth isn't lost to how numbers are kept. */
const percentOf = (kind: StageKind, part: number): number =>
  Math.floor(stagePercents[kind] + (kind === 'write' ? WRITE_PERCENT * part : 0) + 1e-6);

/** Why a job waits for a media agent; restores queue as backups do (R). */
const WAITING = 'The job waits for a media agent that is busy with other jobs.';

function wordOf(
  { stages, hold, atMs }: Task,
  index: number,
  now: number,
): Pick<CommvaultJobAt, 'status' | 'reason'> {
  const fromMs = stages.slice(0, index).reduce((sum, { seconds }) => sum + seconds * 1000, atMs);
  if (hold?.stage === index) {
    const heldFrom = fromMs + (stages[index]?.seconds ?? 0) * 1000 * hold.part;
    if (now >= heldFrom && now < heldFrom + heldMs(hold)) {
      return { status: hold.status, reason: hold.reason };
    }
  }
  return stages[index]?.kind === 'wait'
    ? { status: 'Waiting', reason: WAITING }
    : { status: 'Running', reason: '' };
}
