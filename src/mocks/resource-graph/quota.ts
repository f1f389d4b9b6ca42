import type { Answer, Call, GraphQuota } from '#src/mocks/service.ts';

/** Resource Graph answers a person so many questions in so long a time (azure-contract §1, D). */
const QUESTIONS = 15;
const WINDOW_MS = 5000;
/** Where a world is not strict, the quota was raised, as support does on request: no demo has to wait. */
const RAISED = 150;

/** The quota after one more question at `now`, in simulated epoch milliseconds. */
export function spend(before: GraphQuota | null, now: number): GraphQuota {
  const isOver = before === null || now >= before.resetsAtMs || now < before.resetsAtMs - WINDOW_MS;
  return isOver
    ? { used: 1, resetsAtMs: now + WINDOW_MS }
    : { used: before.used + 1, resetsAtMs: before.resetsAtMs };
}

/**
 * An answer with the headers that count the quota down. Over it the answer is a 429; the code of the 429
 * is a guess (G).
 */
export function withinQuota(call: Call, work: () => Answer): Answer {
  const { used, resetsAtMs } = call.request.graphQuota ?? spend(null, call.now);
  const seconds = Math.max(0, Math.ceil((resetsAtMs - call.now) / 1000));
  const most = call.state.isQuotaStrict ? QUESTIONS : RAISED;
  const answer = used > most ? rateLimited(seconds) : work();
  return {
    ...answer,
    headers: {
      'x-ms-user-quota-remaining': String(Math.max(0, most - used)),
      'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
      ...answer.headers,
    },
  };
}

function rateLimited(seconds: number): Answer {
  const message = `The quota of questions is used up. Ask again after ${seconds} seconds.`;
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: {
      error: { code: 'RateLimiting', message, details: [{ code: 'RateLimiting', message }] },
    },
  };
}
