import { queryOptions, useIsMutating, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionStep, GuardedAction, PressedAction } from '#src/actions/action.ts';
import {
  type ActionRecord,
  changeStep,
  forgetRecord,
  isLookedFor,
  keepRecord,
  openStep,
  otherDoer,
  recordOf,
  type StepRecord,
} from '#src/actions/record.ts';
import {
  ArmError,
  type ArmErrorFacts,
  armFacts,
  isRefusal,
  refusedAndLooked,
} from '#src/api/arm/error.ts';
import { lookAfterRefusal, pauseAfterLook } from '#src/api/arm/outcome.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { newWrite, useWrite } from '#src/api/queries/use-write.ts';
import { afterReal, lookDelayMs, now, wait } from '#src/lib/clock.ts';
import { ifFree, whenFree, whileWriting } from '#src/lib/lock.ts';
import { thisTab } from '#src/lib/storage.ts';
import { instant } from '#src/lib/time.ts';
import type { OpenReason, Refuser } from '#src/model/action.ts';

/** The lock that the tab holds which carries an action out: what it writes has locks of its own. */
const actionLock = (id: string): string => `action.${id}`;

/** Writes down that an action was confirmed; nothing is sent by that. One that was confirmed stays as it is. */
export function confirmAction(action: GuardedAction): void {
  if (recordOf(action.id) === null) keepRecord(action.id, recordFor(action));
}

/** The record of an action that nothing was sent of. */
function recordFor({
  sentence,
  plannedAt,
  steps,
}: Pick<GuardedAction, 'sentence' | 'plannedAt' | 'steps'>): ActionRecord {
  const at = now();
  return {
    startedAt: at,
    ...(plannedAt === undefined ? {} : { plannedAt }),
    sentence,
    steps: steps.map(({ id, title, writes }) => ({
      id,
      title,
      writes: writes.map((one) => one.toLowerCase()),
      state: 'waiting',
      at,
    })),
  };
}

/** What a person has decided about a request whose outcome stays unknown. */
interface Decision {
  /** The id of the step that is sent once more. */
  readonly sendAgain?: string;
}

/**
 * Carries out what was pressed, as one step of a confirmed action is, once nothing else writes the same.
 * `isResumed`: goes on with what the page before has sent.
 * @returns what became of it; null: another tab has followed it to its end.
 * @throws why it was not sent, or wasn’t done.
 */
export async function carryOutPress(
  { id, step, readAgain }: PressedAction,
  isResumed = false,
): Promise<StepRecord | null> {
  const only = { ...step, title: '' };
  const troubles: Error[] = [];
  const onTrouble = (error: unknown): void => {
    troubles.push(error instanceof Error ? error : new Error(String(error)));
  };
  const end = await whileWriting(step.writes, async () => {
    if (isResumed && recordOf(id) === null) return null;
    // What a page that was closed has left says nothing about this press.
    if (!isResumed) keepRecord(id, recordFor({ sentence: '', steps: [only] }));
    await isStepDone(id, only, { onTrouble });
    const [one = null] = recordOf(id)?.steps ?? [];
    forgetRecord(id);
    return one;
  });
  const [trouble] = troubles;
  if (end?.state !== 'done' && trouble !== undefined) {
    // Reported at once, without waiting for this read.
    void readAgain();
    throw troubleFor(end, trouble);
  }
  await readAgain();
  return end;
}

/** What a press says of its request: nothing was sent, it was refused and isn't done, or that isn't known. */
function troubleFor(end: StepRecord | null, trouble: Error): Error {
  const facts = { ...armFacts(trouble), message: trouble.message };
  // An error that leaves its own outcome open would say that of the request, which the read before it kept back.
  if (end?.state === 'unread' && mayBeDone(trouble))
    return new ArmError({ ...facts, kind: 'notSent', status: null });
  // Its result couldn't be read, so the refusal may be of a second copy.
  if (end?.state === 'unknown' && isRefusal(trouble))
    return new ArmError({ ...facts, kind: 'lost', status: null });
  return end?.lookedAt !== undefined && trouble instanceof ArmError
    ? refusedAndLooked(trouble, instant(end.lookedAt))
    : trouble;
}

/**
 * Carries a confirmed action out, step by step, from where it is. Each request is sent once: what is there
 * already is not sent, and one whose outcome is unknown only after a person's decision. Ends at the first
 * step that is not done, unless each is alone. Does nothing while another tab does it, and waits while another action
 * writes the same.
 */
export async function carryOut(action: GuardedAction, decision: Decision = {}): Promise<void> {
  const { id, steps, isEachAlone = false } = action;
  const run = async (): Promise<true> => {
    // Steps that need each other keep all that they write until the last of them has ended.
    const parts = isEachAlone ? steps.map((step) => [step]) : [steps];
    for (const part of parts) await carryOutPart(id, part, decision);
    return true;
  };
  const before = recordOf(id);
  if ((await ifFree(actionLock(id), run)) === true) return;
  // A tab that only waits for the end has the lock for a moment, too.
  await new Promise<void>((resolve) => void afterReal(A_MOMENT_MS, resolve));
  if (recordOf(id) === before) await ifFree(actionLock(id), run);
}

/** Longer than a lock is held by whoever only waits for it. Real milliseconds. */
const A_MOMENT_MS = 200;

/** Carries out steps of which each needs the one before. */
async function carryOutPart(
  id: string,
  steps: readonly ActionStep[],
  decision: Decision,
): Promise<void> {
  const next = steps.find((step) => stepOf(id, step)?.state !== 'done');
  if (next === undefined) return;
  await whileWriting(
    steps.flatMap(({ writes }) => writes),
    async (hasWaited) => {
      if (stepOf(id, next)?.waits === true) changeStep(id, next.id, { waits: undefined });
      for (const step of steps) {
        if (!(await isStepDone(id, step, { ...decision, hasWaited }))) return;
      }
    },
    () => changeStep(id, next.id, { waits: true }),
  );
}

/**
 * Looks once for the results of the requests that an action stopped at: Azure may have worked on since, so that neither a
 * refusal nor an unknown outcome is an end. Sends nothing, changes nothing where it finds nothing, and leaves alone what a
 * press, also of another tab, has changed meanwhile.
 * @returns whether it has found one.
 */
export async function lookAgain({ id, steps }: GuardedAction): Promise<boolean> {
  let isFound = false;
  for (const step of steps) {
    const before = stepOf(id, step);
    if (before === undefined || !mayHaveCome(before)) continue;
    await lookAgainAt(id, step, before);
    isFound ||= stepOf(id, step)?.state === 'done';
  }
  return isFound;
}

const stepOf = (id: string, step: Pick<ActionStep, 'id'>): StepRecord | undefined =>
  recordOf(id)?.steps.find((one) => one.id === step.id);

async function lookAgainAt(id: string, step: ActionStep, before: StepRecord): Promise<void> {
  const seen = await seenAtRest(step);
  const latest = stepOf(id, step);
  if (latest?.state !== before.state || latest.at !== before.at) return;
  const isRefused = before.state !== 'unknown';
  if (seen.kind === 'done')
    changeStep(id, step.id, { ...CLEAN, at: now(), ...(isRefused ? FOUND : { state: 'done' }) });
  else if (seen.kind === 'open' && isRefused)
    changeStep(id, step.id, { state: 'refused', lookedAt: now() });
}

/** Whether a service may have done what a stopped request asked for. Who refused isn't in records of before. */
const mayHaveCome = (step: StepRecord): boolean =>
  step.state === 'unknown' ||
  isLookedFor(step) ||
  (step.state === 'refused' && (step.refusedBy ?? 'service') === 'service');

interface Doing extends Decision {
  readonly onTrouble?: OnTrouble;
  /** Something else of this browser wrote the same until now. */
  readonly hasWaited?: boolean;
}

async function isStepDone(
  actionId: string,
  step: ActionStep,
  { sendAgain, onTrouble, hasWaited = false }: Doing,
): Promise<boolean> {
  const before = stepOf(actionId, step);
  if (before === undefined) return false;
  if (before.state === 'done') return true;
  const note = (change: Partial<StepRecord>): void =>
    changeStep(actionId, step.id, { ...CLEAN, at: now(), tab: thisTab(), ...change });
  // Once it may have left, a read that fails doesn't make it a request that was never sent.
  const wasSent = before.state === 'sent' || before.state === 'unknown';
  // Of records of before a refusal may be one of the service, too.
  const wasRefused =
    before.refusedBy === 'service' || (before.state === 'refused' && mayHaveCome(before));
  const { isAnswered, operation } = before;
  if (before.state === 'sent' && operation !== undefined && step.follow !== undefined) {
    const { follow } = step;
    return isSent({ ...step, run: (onAccepted) => follow(operation, onAccepted) }, note, {
      onTrouble,
      isAccepted: true,
    });
  }
  const seen = await seenAtRest(step);
  if (seen.kind === 'unread') {
    onTrouble?.(seen.error);
    note({
      ...(wasSent ? { state: 'unknown', openBecause: 'unread', isAnswered } : { state: 'unread' }),
      ...seen.reason,
    });
    return false;
  }
  const doneBy = wasSent ? undefined : otherDoer(actionId, step.id, hasWaited);
  if (seen.kind === 'done') {
    note(wasRefused ? FOUND : { state: 'done', wasSo: !wasSent, doneBy });
    return true;
  }
  // Another tab has done this and what it was for: a VM that runs again isn't stopped once more.
  if (hasWaited && doneBy !== undefined && (await isAhead(step))) {
    note({ state: 'done', wasSo: true, doneBy });
    return true;
  }
  if (wasSent && sendAgain !== step.id) {
    note(
      wasRefused
        ? refusedAgain(before)
        : { state: 'unknown', openBecause: openReason('open', isAnswered), isAnswered },
    );
    return false;
  }
  note({ state: 'sent' });
  return isSent(step, note, { onTrouble, isAccepted: false });
}

const isAhead = async ({ lookAhead }: ActionStep): Promise<boolean> =>
  lookAhead !== undefined && (await lookAhead().catch(() => 'open')) === 'done';

type Note = (change: Partial<StepRecord>) => void;
/** Told why a request was not sent or failed, whatever a read then finds. */
type OnTrouble = (error: unknown) => void;
type Reason = Pick<StepRecord, 'code' | 'message' | 'requestId' | 'way'>;

/** What was refused is there: the answer may have been to a second copy of the request. */
const FOUND = { state: 'done', isRefused: true } as const;

/** What was refused isn't there by now. */
const refusedAgain = ({ code, message, requestId, way }: StepRecord): Partial<StepRecord> => ({
  state: 'refused',
  refusedBy: 'service',
  lookedAt: now(),
  code,
  message,
  requestId,
  way,
});

/** What an earlier try has left. */
const CLEAN = {
  wasSo: undefined,
  doneBy: undefined,
  isRefused: undefined,
  lookedAt: undefined,
  code: undefined,
  message: undefined,
  requestId: undefined,
  way: undefined,
  refusedBy: undefined,
  openBecause: undefined,
  operation: undefined,
  isAnswered: undefined,
};

/** Milliseconds between two reads of a resource that Azure works on. */
const BETWEEN_READS_MS = 5000;

type SeenAtRest =
  | { readonly kind: 'done' | 'open' }
  | { readonly kind: 'unread'; readonly reason: Reason; readonly error: unknown };

/** Whether its result is there, once Azure no longer works on it. */
async function seenAtRest(step: ActionStep): Promise<SeenAtRest> {
  try {
    for (;;) {
      const seen = await step.look();
      if (seen !== 'underWay') return { kind: seen };
      await wait(BETWEEN_READS_MS);
    }
  } catch (error) {
    return { kind: 'unread', reason: reasonOf(error), error };
  }
}

interface Sending {
  readonly onTrouble: OnTrouble | undefined;
  /** Before this page was loaded. */
  readonly isAccepted: boolean;
}

/** Sends a request and reads its result, also where no answer reports what came of it, and where it was refused. */
async function isSent(step: ActionStep, note: Note, sending: Sending): Promise<boolean> {
  let { isAccepted } = sending;
  let isFollowed = true;
  const failure = await failureOf(step, (operation) => {
    isAccepted = true;
    isFollowed = operation !== null;
    if (operation !== null) note({ state: 'sent', operation });
  });
  if (failure !== null) sending.onTrouble?.(failure.error);
  if (failure?.facts?.kind === 'notSent' && !isAccepted) {
    note({ state: 'refused', refusedBy: refuserOf(failure.facts), ...failure.reason });
    return false;
  }
  const isRefused =
    failure !== null && (isAccepted ? hasFailed(failure) : isRefusal(failure.error));
  if (failure !== null && isRefused && !isAccepted)
    note({ state: 'sent', refusedBy: 'service', ...failure.reason });
  const look = () => seenAtRest(step);
  const seen =
    isRefused && !isAccepted
      ? await lookAfterRefusal(
          failure.facts?.isConflict === true,
          look,
          ({ kind }) => kind === 'done',
        )
      : await look();
  if (seen.kind === 'done') {
    note(isRefused ? { ...FOUND, ...failure.reason } : { state: 'done' });
    return true;
  }
  const isAnswered = failure === null && isFollowed;
  note({
    ...(isRefused && seen.kind === 'open'
      ? { state: 'refused', refusedBy: 'service', lookedAt: now() }
      : { state: 'unknown', openBecause: openReason(seen.kind, isAnswered), isAnswered }),
    ...(seen.kind === 'unread' ? seen.reason : {}),
    ...failure?.reason,
  });
  return false;
}

/** Of what was accepted only its own failure says so, which has no status: an error of a read leaves it open. */
const hasFailed = ({ facts }: Failure): boolean =>
  facts?.kind === 'refused' && facts.status === null;

function openReason(seen: 'open' | 'unread', isAnswered = false): OpenReason {
  if (seen === 'unread') return 'unread';
  return isAnswered ? 'notThere' : 'noAnswer';
}

/** Who refused what did nothing. */
function refuserOf(facts: ArmErrorFacts | null): Refuser {
  if (facts?.kind !== 'notSent') return 'service';
  switch (facts.notSent) {
    case 'token':
    case 'entra':
      return 'signIn';
    case 'offline':
    case 'policy':
      return facts.notSent;
    case 'host':
    case undefined:
      return 'page';
  }
}

interface Failure {
  readonly error: unknown;
  readonly facts: ArmErrorFacts | null;
  readonly reason: Reason;
}

/** Why a request did not end well; null: it did. */
async function failureOf(
  step: ActionStep,
  onAccepted: Parameters<ActionStep['run']>[0],
): Promise<Failure | null> {
  try {
    await step.run(onAccepted);
    return null;
  } catch (error) {
    return { error, facts: armFacts(error), reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): Reason {
  const facts = armFacts(error);
  return {
    code: facts?.code ?? null,
    message: facts?.message ?? String(error),
    requestId: facts?.requestId ?? null,
    way: problemOf(error).way,
  };
}

/**
 * Where an action stands as a whole: `here` and `elsewhere` carry it out, the others wait for a person, or
 * are the end.
 */
export type ActionStatus =
  | 'here'
  | 'elsewhere'
  | 'ended'
  | 'refused'
  | 'unknown'
  | 'unread'
  | 'interrupted';

/** Who carries an action out: this tab, another one, or none. */
type CarriedOutBy = 'here' | 'elsewhere' | 'none';

export function actionStatusOf(record: ActionRecord, by: CarriedOutBy): ActionStatus {
  const open = openStep(record);
  if (open === undefined) return 'ended';
  if (by !== 'none') return by;
  switch (open.state) {
    case 'refused':
    case 'unknown':
    case 'unread':
      return open.state;
    case 'waiting':
    case 'sent':
    case 'done':
      return 'interrupted';
  }
}

export interface Carrying {
  /** Null: it was not confirmed yet. */
  readonly status: ActionStatus | null;
  readonly start: (decision: Decision) => void;
}

/** Carries an action out in this tab, and knows whether another tab does. */
export function useCarryOut(action: GuardedAction, record: ActionRecord | null): Carrying {
  const mutation = carryOutMutation(action);
  const { mutate } = useWrite(mutation);
  // It goes on when the page is left, and is found again by whoever comes back.
  const isHere = useIsMutating({ mutationKey: mutation.mutationKey }) > 0;
  const isOpen = record !== null && openStep(record) !== undefined;
  const changedAt = Math.max(0, ...(record?.steps ?? []).map(({ at }) => at));
  const { data: isFree = false } = useQuery({
    ...actionFreeQuery(action.id, changedAt),
    enabled: isOpen && !isHere,
  });
  const by = isHere ? 'here' : isFree ? 'none' : 'elsewhere';
  const stop = record === null ? null : actionStatusOf(record, by);
  const [openedAt] = useState(now);
  const mayStillCome = by === 'none' && record !== null && record.steps.some(mayHaveCome);
  const { isLoading: isLooking } = useQuery({
    ...lookAgainQuery(action, changedAt),
    // What stops in this page was looked for at once.
    ...(changedAt >= openedAt && { initialData: 1 }),
    enabled: mayStillCome,
  });
  // Until the first look of a page that opens has come back, the page shows no outcome.
  const status = record !== null && isLooking ? actionStatusOf(record, 'here') : stop;
  return { status, start: mutate };
}

/** Looks for what an action stopped at, at `stoppedAt`, while its page is open: as often as after a conflict. */
const lookAgainQuery = (action: GuardedAction, stoppedAt: number) =>
  queryOptions({
    queryKey: ['action looked for', action.id, stoppedAt],
    queryFn: async ({ client, queryKey }) => {
      const isFound = await lookAgain(action);
      // What it has changed is shown elsewhere, too.
      if (isFound) void client.invalidateQueries();
      return (client.getQueryData<number>(queryKey) ?? 0) + 1;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state: { data } }) => {
      const pauseMs = data === undefined ? null : pauseAfterLook(true, data);
      return pauseMs === null ? false : lookDelayMs(pauseMs);
    },
  });

/** One at a time for an action of an id. What it may have changed is then read again: any of what was read. */
const carryOutMutation = (action: GuardedAction) =>
  newWrite(['action', action.id], async (decision: Decision, { client }) => {
    try {
      await carryOut(action, decision);
    } finally {
      void client.invalidateQueries();
    }
  });

/** Whether no tab carries an action out any more; asked anew after each change of it, the last one at `changedAt`. */
const actionFreeQuery = (id: string, changedAt: number) =>
  queryOptions({
    queryKey: ['action free', id, changedAt],
    queryFn: async ({ signal }) => {
      await whenFree(actionLock(id), signal);
      return true;
    },
    gcTime: 0,
    networkMode: 'always',
  });
