import * as z from 'zod/mini';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/origin.ts';
import { stageKinds } from '#src/mocks/commvault/stages.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';

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
