import * as z from 'zod/mini';
import { storedOperation } from '#src/api/arm/operation.ts';
import { entryNames, thisTab } from '#src/lib/storage.ts';
import { storedEntry, storedValues } from '#src/lib/stored-values.ts';
import { OPEN_REASONS, REFUSERS, STEP_STATES } from '#src/model/action.ts';
import { WAY_ON_KINDS, withCode } from '#src/model/problem.ts';

/** What became of one request. */
const stepRecord = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(STEP_STATES),
  /** Epoch milliseconds of the state. */
  at: z.number(),
  /** Of one that is done: its result was there before, and nothing was sent. */
  wasSo: z.optional(z.boolean()),
  /** Of one whose result was there: the tab that did it by another action, after this one was planned. */
  doneBy: z.optional(z.string()),
  /** The ids of what it writes, and the tab that noted its state; absent in records of before. */
  writes: z.optional(z.array(z.string())),
  tab: z.optional(z.string()),
  /** It waits until nothing else of this browser writes the same. */
  waits: z.optional(z.boolean()),
  code: z.optional(z.nullable(z.string())),
  message: z.optional(z.string()),
  requestId: z.optional(z.nullable(z.string())),
  /** What can be done about it; absent in records of before. */
  way: z.optional(z.enum(WAY_ON_KINDS)),
  /** Of one that is refused: who did; absent in records of before. Of one that was sent: it is looked for since. */
  refusedBy: z.optional(z.enum(REFUSERS)),
  /** Of one that is refused: when its result was looked for last and wasn’t there; absent in records of before. */
  lookedAt: z.optional(z.number()),
  /** Of one that is done: the answer refused it, perhaps as a second copy. */
  isRefused: z.optional(z.boolean()),
  /** Of one whose outcome is unknown: what that rests on; absent in records of before. */
  openBecause: z.optional(z.enum(OPEN_REASONS)),
  /** Of one that has left: where its work is followed; absent in records of before. */
  operation: z.optional(storedOperation),
  /** Of one whose outcome is unknown: Azure has reported its end. */
  isAnswered: z.optional(z.boolean()),
});
export type StepRecord = z.infer<typeof stepRecord>;

const actionRecord = z.object({
  /** Epoch milliseconds of the confirmation. */
  startedAt: z.number(),
  /** Epoch milliseconds of its plan, where that is older and known. */
  plannedAt: z.optional(z.number()),
  sentence: z.string(),
  steps: z.array(stepRecord),
});
/** What became of an action that was confirmed. */
export type ActionRecord = z.infer<typeof actionRecord>;

// What cannot be read is as if it were not there: each request is read back before it is sent.
const ACTIONS = 'action.';
const records = storedValues(ACTIONS, actionRecord);

/** The record of an action; null: it was never confirmed. The same object until it changes. */
export const recordOf = records.read;

/** The first request that is not done; undefined: all are. */
export const openStep = ({ steps }: Pick<ActionRecord, 'steps'>): StepRecord | undefined =>
  steps.find(({ state }) => state !== 'done');

/** Whether a service has refused a request, and its result is looked for; a page that is closed meanwhile leaves it so. */
export const isLookedFor = ({ state, refusedBy }: StepRecord): boolean =>
  state === 'sent' && refusedBy === 'service';

/** Why a service rejected the one request of a press, while its result is looked for; null: it didn't. */
export function rejectedPress(id: string): string | null {
  const [step] = recordOf(id)?.steps ?? [];
  if (step === undefined || !isLookedFor(step)) return null;
  return withCode(step.message ?? '', step.code);
}

/** Writes a record. Where storage fails it is kept in this tab. */
export const keepRecord = records.write;

/** Changes the record of one request; does nothing where there is none. */
export function changeStep(id: string, stepId: string, change: Partial<StepRecord>): void {
  const record = recordOf(id);
  if (record === null) return;
  const steps = record.steps.map((one) => (one.id === stepId ? { ...one, ...change } : one));
  keepRecord(id, { ...record, steps });
}

/**
 * The other tab that did, by an action of its own, what a step of an action is for since that was planned; undefined: none is
 * known. `hasWaited`: for whatever wrote the same, so a request that has left counts, too: its tab may be gone.
 */
export function otherDoer(id: string, stepId: string, hasWaited: boolean): string | undefined {
  const record = recordOf(id);
  const own = record?.steps.find((one) => one.id === stepId);
  if (record === null || own === undefined) return undefined;
  const since = record.plannedAt ?? record.startedAt;
  const isDoer = (one: StepRecord): boolean =>
    one.title === own.title &&
    one.writes?.join() === own.writes?.join() &&
    one.tab !== thisTab() &&
    one.wasSo !== true &&
    ((one.state === 'done' && one.at >= since) || (one.state === 'sent' && hasWaited));
  return entryNames(ACTIONS)
    .filter((name) => name !== ACTIONS + id)
    .flatMap((name) => storedEntry(name, actionRecord)?.steps ?? [])
    .find(isDoer)?.tab;
}

/** Forgets an action, so that it can be planned anew. */
export const forgetRecord = records.remove;

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onRecords = records.listen;

const givenRole = z.object({
  scope: z.string(),
  principalId: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
/** A role for restores that this browser gave to an identity. */
type GivenRoleRecord = z.infer<typeof givenRole>;

const roles = storedValues('given-roles', z.array(givenRole));

/** The most that are kept; the oldest go first. */
const MOST = 50;

/** The roles for restores that this browser gave, the oldest first. */
export const givenRoles = (): readonly GivenRoleRecord[] => roles.read('') ?? [];

/** Writes down that this browser gave a role. */
export function noteGivenRole(given: GivenRoleRecord): void {
  roles.write('', [...givenRoles(), given].slice(-MOST));
}
