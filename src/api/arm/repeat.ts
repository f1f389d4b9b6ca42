import {
  createHttpHeaders,
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  type RestError,
  type SendRequest,
} from '@azure/core-rest-pipeline';
import { retryAfterMs } from '#src/api/arm/retry-after.ts';
import { lengthened, notePause, noteWait, pauseOf } from '#src/lib/retry-waits.ts';
import { now, waitByTimer } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/** How often a read is repeated, as Azure's own SDKs do (azure-contract §0). */
const MOST_REPEATS = 3;
/** The first of our own pauses; each is twice the one before. */
const FIRST_PAUSE_MS = 1000;
/** Our own pauses are spread by half of their length, those that Azure names by a tenth. */
const OWN_SPREAD = 0.5;
const PAUSE_SPREAD = 0.1;

/** Statuses that may be others in a moment; 429 and 503 may name the pause. */
const PASSING = [408, 429, 500, 502, 503, 504];
const NAMES_PAUSE = [429, 503];

/** What came of one attempt. */
type Outcome = { readonly response: PipelineResponse } | { readonly error: RestError };

/**
 * Repeats what broke off, met a server error or was throttled: after the pause that Azure names, else
 * after 1, 2, 4 seconds. What would wait longer than two minutes ends at once with Azure's answer, and
 * nothing is sent to that address by itself until the pause that Azure named is over.
 */
export function repeatPolicy(): PipelinePolicy {
  const refusals = new Map<string, PipelineResponse>();
  return {
    name: 'repeat',
    sendRequest: async (request, next) => {
      const address = pausedAddress(request);
      const until = pauseOf(address);
      const refusal = refusals.get(address);
      if (until !== null && refusal !== undefined) return refusalUntil(refusal, request, until);
      refusals.delete(address);
      const outcome = await attempts(request, next);
      if ('error' in outcome) throw outcome.error;
      const pauseMs = namedPauseMs(outcome);
      if (pauseMs !== null) {
        refusals.set(address, outcome.response);
        notePause(address, instant(now() + pauseMs));
      }
      return outcome.response;
    },
  };
}

/** What a pause that Azure asked for holds for: the very request, whatever its body. */
export function pausedAddress({ method, url }: Pick<PipelineRequest, 'method' | 'url'>): string {
  return `${method} ${url}`;
}

async function attempts(request: PipelineRequest, next: SendRequest): Promise<Outcome> {
  let leftMs: number = LIMITS.askedMs;
  for (let repeats = 0; ; repeats += 1) {
    const outcome = await attempt(request, next);
    const pauseMs = namedPauseMs(outcome);
    const isOver = repeats === MOST_REPEATS || !isPassing(outcome);
    if (isOver || (pauseMs !== null && pauseMs > leftMs)) return outcome;
    if (pauseMs === null) {
      await waitByTimer(lengthened(FIRST_PAUSE_MS * 2 ** repeats, OWN_SPREAD), request.abortSignal);
    } else {
      leftMs -= pauseMs;
      await waitOutPause(lengthened(pauseMs, PAUSE_SPREAD), request);
    }
  }
}

async function waitOutPause(ms: number, { abortSignal }: PipelineRequest): Promise<void> {
  const goOn = noteWait(instant(now() + ms));
  try {
    await waitByTimer(ms, abortSignal);
  } finally {
    goOn();
  }
}

async function attempt(request: PipelineRequest, next: SendRequest): Promise<Outcome> {
  try {
    return { response: await next(request) };
  } catch (error) {
    if (!isRestError(error) || request.abortSignal?.aborted === true) throw error;
    return { error };
  }
}

const isPassing = (outcome: Outcome): boolean =>
  'error' in outcome || PASSING.includes(outcome.response.status);

/** The pause that an answer names, in milliseconds; null: none, or one that is over. */
function namedPauseMs(outcome: Outcome): number | null {
  if ('error' in outcome || !NAMES_PAUSE.includes(outcome.response.status)) return null;
  return retryAfterMs(outcome.response.headers) || null;
}

/** The answer that asked for a pause, once more, with what is left of the pause. */
function refusalUntil(
  refusal: PipelineResponse,
  request: PipelineRequest,
  until: Instant,
): PipelineResponse {
  const headers = createHttpHeaders(refusal.headers.toJSON());
  headers.set('retry-after-ms', String(until - now()));
  return { ...refusal, request, headers };
}
