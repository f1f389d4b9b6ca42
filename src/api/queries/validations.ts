import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import { session } from '#src/api/arm/session.ts';
import { keepValidation, storedValidationOf } from '#src/api/queries/stored-validations.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  pollValidation,
  startValidation,
  validateRestore,
} from '#src/api/recovery-services/restores/validate.ts';
import { now, wait } from '#src/lib/clock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';
import type { Restore } from '#src/api/recovery-services/restores/restore.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

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
export type ValidationState =
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
