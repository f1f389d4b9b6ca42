import * as z from 'zod/mini';
import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { type AcceptedOperation, storedOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { storedInstant } from '#src/api/arm/wire.ts';
import { noteDenial } from '#src/api/authorization.ts';
import { problemOf } from '#src/api/queries/query.ts';
import {
  pollValidation,
  startValidation,
  validateRestore,
} from '#src/api/recovery-services/restores.ts';
import { now, wait } from '#src/lib/clock.ts';
import { sha256 } from '#src/lib/data.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { writeEntry } from '#src/lib/storage.ts';
import { storedEntry } from '#src/lib/stored-values.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem, ValidationProblem } from '#src/model/problem.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';

/** How the validations of drafts stand, kept in the browser so that a reload loses none. */

const storedValidation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('running'),
    restoreText: z.string(),
    since: storedInstant,
    operation: storedOperation,
  }),
  z.object({
    kind: z.literal('done'),
    restoreText: z.string(),
    at: storedInstant,
    problems: z.readonly(
      z.array(
        z.object({
          code: z.string(),
          message: z.string(),
          recommendations: z.readonly(z.array(z.string())),
        }),
      ),
    ),
  }),
]);
/** One that Azure works on, or has answered. */
type StoredValidation = z.output<typeof storedValidation>;

const byDraft = z.record(z.string(), storedValidation);

const NAME = 'validations';
/** An answer of yesterday says nothing of today, and Azure has forgotten its operation (ours). */
const STORED_FOR_MS = 24 * 60 * 60_000;

/** Stored status of the latest validation of a draft; null: none, or too old. */
export function storedValidationOf(draftId: string): StoredValidation | null {
  return allStored()[draftId] ?? null;
}

/** Stores the status of the validation of a draft in place of the one before; null clears it. */
export function keepValidation(draftId: string, validation: StoredValidation | null): void {
  const { [draftId]: _, ...others } = allStored();
  const stored = validation === null ? others : { ...others, [draftId]: validation };
  // Where nothing can be stored it is known in this page alone.
  writeEntry(NAME, JSON.stringify(stored));
}

function allStored(): Readonly<Record<string, StoredValidation>> {
  const all = Object.entries(storedEntry(NAME, byDraft) ?? {});
  return Object.fromEntries(all.filter(([, one]) => isOfToday(one)));
}

/** A moment that is still to come is of a clock that was put back. */
function isOfToday(one: StoredValidation): boolean {
  const age = now() - (one.kind === 'running' ? one.since : one.at);
  return age >= 0 && age < STORED_FOR_MS;
}

/** How a validation stands that a person has asked for. */
export type ValidationRun = {
  /** Text of the validated restore: the result holds for this text only. */
  readonly restoreText: string;
} & (
  | {
      readonly kind: 'running';
      readonly since: Instant;
      /** Whether Azure has accepted the request; before that it is unknown whether it arrived. */
      readonly isAccepted: boolean;
      readonly stop: () => void;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | {
      readonly kind: 'done';
      readonly at: Instant;
      readonly problems: readonly ValidationProblem[];
    }
);

/** Where Azure stands with a validation. `done` with problems: the restore would fail. */
type ValidationState =
  | { readonly status: 'running'; readonly next: AcceptedOperation }
  | { readonly status: 'done'; readonly problems: readonly ValidationProblem[] };

/** Looks once where an accepted validation stands. @throws ArmError as every read. */
export type LookAt = (next: AcceptedOperation, signal: AbortSignal) => Promise<ValidationState>;

/** The latest validation of a draft, also of an earlier load of the page; null: none yet. */
export const validationRunQuery = (draftId: string) =>
  queryOptions<ValidationRun | null>({
    queryKey: ['validation run', draftId],
    queryFn: skipToken,
    initialData: () => {
      const stored = storedValidationOf(draftId);
      return stored?.kind === 'done' ? stored : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Goes on with a validation that Azure had accepted before the page was loaded anew. */
export const resumedValidationQuery = (draftId: string, look: LookAt) =>
  queryOptions({
    queryKey: ['resumed validation', draftId],
    queryFn: ({ client, queryKey }) => {
      const stored = storedValidationOf(draftId);
      const isFirst = client.getQueryData(queryKey) === undefined;
      const { queryKey: runKey } = validationRunQuery(draftId);
      if (
        isFirst &&
        stored?.kind === 'running' &&
        client.getQueryData(runKey)?.kind !== 'running'
      ) {
        const { restoreText, since, operation: next } = stored;
        void follow(client, draftId, {
          restoreText,
          since,
          start: () => Promise.resolve({ status: 'running', next }),
          look,
        });
      }
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** A restore to validate, null while a part of it is missing, and its text. */
interface Validated<Wanted> {
  readonly restore: Wanted | null;
  readonly restoreText: string;
}

/**
 * Validates a draft's restore with Azure automatically, unless that was done already, whatever came of it. `run` asks
 * Azure.
 */
export const byItselfQuery = <Wanted>(
  draftId: string,
  { restore, restoreText }: Validated<Wanted>,
  run: (
    client: QueryClient,
    draftId: string,
    validated: { readonly restore: Wanted; readonly restoreText: string },
  ) => Promise<void>,
) =>
  queryOptions({
    queryKey: ['validation by itself', draftId, restoreText],
    queryFn: ({ client }) => {
      const latest = client.getQueryData(validationRunQuery(draftId).queryKey);
      if (restore === null || latest?.restoreText === restoreText) return false;
      void run(client, draftId, { restore, restoreText });
      return true;
    },
    // A plan that was changed and changed back shows the result once more.
    staleTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Validates the restore of a machine automatically. */
export const validationByItselfQuery = (draftId: string, validated: Validated<Restore>) =>
  byItselfQuery(draftId, validated, runValidation);

/** Asks Azure about the restore of a machine. */
export function runValidation(
  client: QueryClient,
  draftId: string,
  { restore, restoreText }: { readonly restore: Restore; readonly restoreText: string },
): Promise<void> {
  const start = (signal: AbortSignal) => startedValidation(restore, signal);
  return follow(client, draftId, { restoreText, since: now(), start, look: lookAtValidation });
}

/** How to validate a restore: how to start it, and how to follow it until the answer. */
interface Question {
  readonly restoreText: string;
  readonly since: Instant;
  readonly start: (signal: AbortSignal) => Promise<ValidationState>;
  readonly look: LookAt;
}

/**
 * Asks Azure about a restore, and writes down how that stands until it has answered. A look at the same restore
 * goes on; one at another restore is of no use any more.
 */
export async function follow(
  client: QueryClient,
  draftId: string,
  question: Question,
): Promise<void> {
  const { restoreText, since, start, look } = question;
  const { queryKey } = validationRunQuery(draftId);
  const before = client.getQueryData(queryKey);
  if (before?.kind === 'running') {
    if (before.restoreText === restoreText) return;
    before.stop();
  }
  const controller = new AbortController();
  const { signal } = controller;
  const leave = onNewVisit(() => controller.abort());
  const write = (run: ValidationRun): void => {
    client.setQueryData<ValidationRun | null>(queryKey, run);
    if (run.kind !== 'running') keepValidation(draftId, run.kind === 'done' ? run : null);
  };
  const stop = (): void => {
    controller.abort();
    write({ restoreText, kind: 'stopped' });
  };
  let isAccepted = false;
  const run = (): void => write({ restoreText, kind: 'running', since, isAccepted, stop });
  run();
  try {
    let state = await start(signal);
    while (state.status === 'running') {
      const operation = state.next;
      signal.throwIfAborted();
      if (!isAccepted) {
        isAccepted = true;
        run();
      }
      keepValidation(draftId, { kind: 'running', restoreText, since, operation });
      await wait(operation.retryAfterMs, signal);
      state = await looked(look, operation, signal);
    }
    if (!signal.aborted) write({ restoreText, kind: 'done', at: now(), problems: state.problems });
  } catch (error) {
    const problem = problemOf(error);
    const isForgotten = isAccepted && problem.kind === 'notFound';
    // A forgotten operation says nothing about the restore.
    if (problem.missingAction !== null) noteDenial(problem.message);
    const shown: Problem = isForgotten ? { ...problem, kind: 'unexpected' } : problem;
    if (!signal.aborted) write({ restoreText, kind: 'trouble', problem: shown });
  } finally {
    leave();
  }
}

/** How often a look at a running operation that got no answer is taken again. */
const LOOKS_AGAIN = 3;

/** A look that gets no answer is taken again: the operation goes on without it. */
async function looked(
  look: LookAt,
  next: AcceptedOperation,
  signal: AbortSignal,
  again = LOOKS_AGAIN,
): Promise<ValidationState> {
  try {
    return await look(next, signal);
  } catch (error) {
    if (again === 0 || signal.aborted || problemOf(error).kind !== 'lost') throw error;
    await wait(next.retryAfterMs, signal);
    return looked(look, next, signal, again - 1);
  }
}

/** Runs an immediate validation where the headers of a started one can't be read. */
async function startedValidation(restore: Restore, signal: AbortSignal): Promise<ValidationState> {
  const next = await startValidation(session(), restore);
  if (next !== null) return { status: 'running', next };
  return { status: 'done', problems: await validateRestore(session(), restore, signal) };
}

/** An operation that Azure ends by itself says why, as a problem does. */
export const lookAtValidation: LookAt = async (next, signal) => {
  const state = await pollValidation(session(), next, signal);
  if (state.status !== 'failed') return state;
  const problem = { code: state.code ?? '', message: state.message, recommendations: [] };
  return { status: 'done', problems: [problem] };
};

/** Hexadecimal digits of a hash that a person compares. */
const SHOWN = 12;

/** What a plan is known by: the start of the SHA-256 of its text; null: this browser can’t calculate it. */
export const planHashQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plan hash', plan],
    queryFn: () =>
      sha256(plan).then(
        (hash) => hash.slice(0, SHOWN),
        () => null,
      ),
    staleTime: Infinity,
  });
