import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { session } from '#src/api/arm/session.ts';
import {
  pollValidation,
  startValidation,
  validateRestore,
} from '#src/api/recovery-services/restores/validate.ts';
import { now, wait } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';
import type { Restore } from '#src/model/restore.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** How a validation stands that a person has asked for. */
export type ValidationRun = {
  /** The restore that was looked at, word for word: another one is not told about by it. */
  readonly asked: string;
} & (
  | { readonly kind: 'running'; readonly since: Instant; readonly stop: () => void }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | {
      readonly kind: 'done';
      readonly at: Instant;
      readonly problems: readonly ValidationProblem[];
    }
);

/** The latest validation of a draft, kept while the page is open; null: none was asked for. */
export const validationRunQuery = (draftId: string) =>
  queryOptions<ValidationRun | null>({
    queryKey: ['validation run', draftId],
    queryFn: skipToken,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Asks Azure about the restore of a machine. */
export function runValidation(
  client: QueryClient,
  draftId: string,
  { restore, asked }: { readonly restore: Restore; readonly asked: string },
): Promise<void> {
  return runAsked(client, draftId, asked, (signal) => validated(session(), restore, signal));
}

/** Asks Azure about a restore, and writes down how that stands until it has answered. */
export async function runAsked(
  client: QueryClient,
  draftId: string,
  asked: string,
  ask: (signal: AbortSignal) => Promise<readonly ValidationProblem[]>,
): Promise<void> {
  const controller = new AbortController();
  const { queryKey } = validationRunQuery(draftId);
  const write = (run: ValidationRun): void => {
    client.setQueryData<ValidationRun | null>(queryKey, run);
  };
  const stop = (): void => {
    controller.abort();
    write({ asked, kind: 'stopped' });
  };
  write({ asked, kind: 'running', since: now(), stop });
  try {
    const problems = await ask(controller.signal);
    if (!controller.signal.aborted) write({ asked, kind: 'done', at: now(), problems });
  } catch (error) {
    if (!controller.signal.aborted) write({ asked, kind: 'trouble', problem: problemOf(error) });
  }
}

/** Where the headers of a started validation cannot be read, Azure is asked for a quick look instead. */
async function validated(
  arm: ArmPipelines,
  restore: Restore,
  signal: AbortSignal,
): Promise<readonly ValidationProblem[]> {
  let next = await startValidation(arm, restore);
  if (next === null) return validateRestore(arm, restore, signal);
  for (;;) {
    await wait(next.retryAfterMs, signal);
    const state = await pollValidation(arm, next, signal);
    if (state.status === 'done') return state.problems;
    // An operation that Azure ends by itself says why, as a problem does.
    if (state.status === 'failed') {
      return [{ code: state.code ?? '', message: state.message, recommendations: [] }];
    }
    next = state.next;
  }
}
