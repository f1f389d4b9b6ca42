import { renewalsOf, storing } from '#src/mocks/commvault/task.ts';
import type { CommServeFault } from '#src/mocks/faults/fault.ts';
import { inside, objectIn, parseJson, textIn } from '#src/mocks/json.ts';
import type { Answer, Call, Handler } from '#src/mocks/service.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';

/** How a CommServe refuses. Codes and texts are assumed (A), but for 5 (C). */

/** A refusal inside a 200 (C). */
export const refusedIn200 = (errorCode: number, errorMessage: string): Answer => ({
  status: 200,
  body: { errorCode, errorMessage },
});

/** Any other refusal (S). */
export const refusal = (status: number, errorMessage: string, errorCode = status): Answer => ({
  status,
  body: { errorMessage, errorCode },
});

export const NOT_FOUND: Answer = refusal(404, 'The requested resource was not found.');

/** What an action on a job answers: code 0 means that it is taken (C). */
export const actionAnswer = (errorCode: number, errLogMessage = ''): Answer => ({
  status: 200,
  body: { errors: [{ errList: [{ errorCode, errLogMessage }] }] },
});

/** Who may come in: the holder of an access token that was not rotated and has not expired. */

/**
 * The tokens that the demo shows. They stand for what a person creates in Command Center: the refresh token is
 * taken again after every reload of the page.
 */
export const DEMO_TOKENS = {
  accessToken: 'demo-access-token',
  refreshToken: 'demo-refresh-token',
} as const;

/** How long an access token lasts (A). */
const LIFE_MS = 8 * 3_600_000;

/** The code for a missing permission (C). */
export const ACCESS_DENIED = 5;

function isAdmitted({ state, request, now }: Call): boolean {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authtoken') ?? '')?.[1];
  const current = renewalsOf(state).at(-1);
  if (token === DEMO_TOKENS.accessToken) return now < seedMs(state.seed.startsAt) + LIFE_MS;
  return current !== undefined && token === current.accessToken && now < current.atMs + LIFE_MS;
}

/** Which of a CommServe's faults met the call. */
export const isMetBy = ({ effects }: Pick<Call, 'effects'>, does: CommServeFault): boolean =>
  effects.some((one) => one.kind === 'commserve' && one.does === does);

const EXPIRED = refusal(401, 'The access token is not valid or has expired.');

function refusalOf(call: Call): Answer | null {
  if (isMetBy(call, 'token-rotated') || !isAdmitted(call)) return EXPIRED;
  return isMetBy(call, 'access-denied') ? refusedIn200(ACCESS_DENIED, 'Access denied') : null;
}

/** An operation behind the door. */
export const behindDoor =
  (handle: Handler): Handler =>
  (call) => {
    const answer = refusalOf(call) ?? handle(call);
    return isMetBy(call, 'bare-returns') ? withBareReturns(answer) : answer;
  };

/** Texts that people wrote, which hold a bare carriage return then (R). */
const WRITTEN_TEXTS =
  /("(?:description|pendingReason|reasonForJobDelay|errorMessage|slaCategoryDescription)":"(?:[^"\\]|\\.)*)"/g;

function withBareReturns({ body, ...answer }: Answer): Answer {
  const text = JSON.stringify(body).replaceAll(WRITTEN_TEXTS, '$1\r"');
  return { ...answer, bytes: new TextEncoder().encode(text) };
}

/** Both tokens rotate (R): those before are no longer taken. */
export function renew(call: Call): Answer {
  const { state, now, request } = call;
  const wanted = textIn(objectIn(parseJson(request.body))['refreshToken']);
  const renewals = renewalsOf(state);
  const isKnown =
    wanted === DEMO_TOKENS.refreshToken ||
    (wanted !== null && wanted === renewals.at(-1)?.refreshToken);
  if (!isKnown || isMetBy(call, 'token-rotated')) {
    return refusedIn200(ACCESS_DENIED, 'The refresh token is not valid. Sign in again.');
  }
  const key = `${now}:${renewals.length}`;
  const pair = {
    accessToken: `access-${hexFrom(`access:${key}`, 24)}`,
    refreshToken: `refresh-${hexFrom(`refresh:${key}`, 24)}`,
  };
  return { status: 200, body: pair, events: [storing(now, { kind: 'renewed', ...pair })] };
}

/** The two numbers of a header such as `PagingInfo: 0,100`. */
export function pagingOf({ request }: Call): { readonly page: number; readonly size: number } {
  const [page = 0, size = 0] = (request.headers.get('paginginfo') ?? '').split(',').map(Number);
  const isRead = Number.isInteger(page) && page >= 0 && Number.isInteger(size) && size > 0;
  return isRead ? { page, size } : { page: 0, size: 100 };
}

/** The object at a path of keys in a body. */
export const bodyAt = (
  body: unknown,
  ...keys: readonly string[]
): Readonly<Record<string, unknown>> =>
  keys.reduce<Readonly<Record<string, unknown>>>(inside, objectIn(body));
