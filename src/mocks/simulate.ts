import { answerBefore, faultsFor, spoilJobs } from '#src/mocks/apply-faults.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import { failure } from '#src/mocks/errors.ts';
import { headersOf } from '#src/mocks/headers.ts';
import { pageOfAnswer } from '#src/mocks/list-pages.ts';
import { refuseWithoutRight } from '#src/mocks/recovery-services/rights.ts';
import { matchRoute, normalPath } from '#src/mocks/router.ts';
import { routes } from '#src/mocks/routes.ts';
import {
  type Answer,
  type Call,
  isNumericVersion,
  type Route,
  type SimulatedRequest,
} from '#src/mocks/service.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** What comes back: an answer, or a connection that breaks. */
export interface SimulatedResponse {
  readonly kind: 'answer' | 'connection-error';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Simulated milliseconds to wait before it arrives. */
  readonly delayMs: number;
  readonly operation: string | null;
}

export interface Simulated {
  readonly response: SimulatedResponse;
  /** To be stored before the response is given. */
  readonly events: readonly WorldEvent[];
}

/**
 * The simulated Azure: what a request answers in a state of the world at a moment (simulated epoch
 * milliseconds), and what it changes. Pure.
 */
export function simulate(request: SimulatedRequest, state: State, now: number): Simulated {
  const path = normalPath(request.url.pathname);
  const match = matchRoute(routes, request.method, path);
  const route = match?.route ?? null;
  const operation = route?.operation ?? null;
  const faults = faultsFor(state.faults, {
    method: request.method,
    path,
    operation,
    hasPageToken: bringsPageToken(request),
  });
  const used: readonly WorldEvent[] = faults.map(({ id }) => ({
    type: 'fault-used',
    at: now,
    faultId: id,
  }));
  const effects = faults.map(({ effect }) => effect);
  const refusal = firstAnswer(effects, request, route);
  const doesNotArrive = effects.some(({ kind }) => kind === 'drop' || kind === 'timeout');
  const answer: Answer = doesNotArrive
    ? { status: 0 }
    : (refusal ?? work(request, state, now, match));
  const worked = effects.reduce(spoilJobs, answer.events ?? []);
  const isBackupService = path.toLowerCase().includes('/microsoft.recoveryservices/');
  const headers = headersOf(answer, {
    request,
    now,
    frontDoor: state.seed.frontDoor,
    isBackupService,
  });
  return {
    events: [...worked, ...used],
    response: spoilAnswer(
      {
        kind: doesNotArrive ? 'connection-error' : 'answer',
        status: answer.status,
        headers,
        body: answer.body === undefined ? null : JSON.stringify(answer.body),
        delayMs: delayOf(faults),
        operation,
      },
      effects,
    ),
  };
}

/** Resource Graph is given the token of the page before in the body, other services in the address. */
function bringsPageToken({ url, body }: SimulatedRequest): boolean {
  return url.searchParams.has('$skipToken') || /"\$skipToken"\s*:\s*"[^"]/.test(body);
}

function firstAnswer(
  effects: readonly FaultEffect[],
  request: SimulatedRequest,
  route: Route | null,
): Answer | null {
  for (const effect of effects) {
    const answer = answerBefore(effect, request, route);
    if (answer !== null) return answer;
  }
  return null;
}

/** Codes of ARM's front door are guesses (G). */
function work(
  request: SimulatedRequest,
  stored: State,
  now: number,
  match: ReturnType<typeof matchRoute>,
): Answer {
  if (!/^Bearer \S+$/i.test(request.headers.get('authorization') ?? '')) {
    return failure(
      401,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
      {
        'WWW-Authenticate':
          'Bearer authorization_uri="https://login.microsoftonline.com/common", error="invalid_token"',
      },
    );
  }
  const apiVersion = request.url.searchParams.get('api-version');
  if (apiVersion === null || apiVersion === '') {
    return failure(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  if (!/^\d{4}-\d\d-\d\d(-preview)?$/.test(apiVersion)) {
    return failure(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${apiVersion}' is invalid.`,
    );
  }
  if (match === undefined) {
    return failure(
      404,
      'InvalidResourceType',
      `The resource type could not be found for '${request.method} ${request.url.pathname}' and api version '${apiVersion}'.`,
    );
  }
  const before: Call['before'] = (ms) => ({ state: stateAt(stored, now - ms), now: now - ms });
  const { state } = before(0);
  const { action } = match.route;
  const scope = request.url.pathname;
  const refusal = refuseWithoutRight(state, { action, params: match.params, scope });
  if (refusal !== null) return refusal;
  const isNumeric = isNumericVersion(apiVersion);
  const { params } = match;
  const call: Call = { request, state, now, params, before, apiVersion, isNumeric };
  return pageOfAnswer(call, match.route.handle(call));
}

function delayOf(faults: readonly Fault[]): number {
  const seconds = faults.map(({ effect }) =>
    effect.kind === 'latency' || effect.kind === 'timeout' ? effect.seconds : 0,
  );
  return seconds.reduce((total, one) => total + one, 0) * 1000;
}

/** What faults do to an answer after the work is done. */
function spoilAnswer(
  response: SimulatedResponse,
  effects: readonly FaultEffect[],
): SimulatedResponse {
  return effects.reduce(spoilBy, response);
}

function spoilBy(response: SimulatedResponse, effect: FaultEffect): SimulatedResponse {
  switch (effect.kind) {
    case 'answer-lost':
      return { ...response, kind: 'connection-error' };
    case 'accepted-but-500':
      return serverError(response);
    case 'truncated-json':
      return { ...response, body: response.body?.slice(0, response.body.length / 2) ?? null };
    case 'wrong-json':
      return { ...response, body: JSON.stringify({ value: 'this is not what was asked for' }) };
    default:
      return response;
  }
}

/** A 500 in place of the answer, without the addresses that the answer gave. */
function serverError(response: SimulatedResponse): SimulatedResponse {
  const error = { code: 'InternalServerError', message: 'The server met an unexpected condition.' };
  const kept = Object.entries(response.headers).filter(
    ([name]) => !['Azure-AsyncOperation', 'Location', 'Retry-After'].includes(name),
  );
  return {
    ...response,
    status: 500,
    headers: { ...Object.fromEntries(kept), 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error }),
  };
}
