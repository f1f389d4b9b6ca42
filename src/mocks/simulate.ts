import { refuseVersion } from '#src/mocks/api-versions.ts';
import {
  type FaultedRequest,
  answerBefore,
  errorAfter,
  faultsFor,
  spoilJobs,
} from '#src/mocks/apply-faults.ts';
import { failure } from '#src/mocks/errors.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import { LEFT_HEADER } from '#src/mocks/job-reads.ts';
import { pageOfAnswer } from '#src/mocks/list-pages.ts';
import { refuseWithoutRight } from '#src/mocks/recovery-services/paths.ts';
import { otherServices, routes } from '#src/mocks/routes.ts';
import {
  type Answer,
  type Call,
  type OtherService,
  type Route,
  type SimulatedRequest,
  type SimulatedResponse,
  isNumericVersion,
  isOfService,
} from '#src/mocks/service.ts';
import { leavesUndone, spoilAnswer, spoilMounts } from '#src/mocks/spoil-answer.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { compactTime, httpDate } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';

/**
 * The headers that answers really have (azure-contract §0; document 004, Example response). The
 * list of headers that a page may read is not verified for ARM (§13): all of ours are exposed.
 */
const exposed = [
  'Azure-AsyncOperation',
  'Location',
  'Retry-After',
  'Date',
  'WWW-Authenticate',
  'x-ms-request-id',
  'x-ms-client-request-id',
  'x-ms-correlation-request-id',
  'x-ms-routing-request-id',
  'x-ms-ratelimit-remaining-subscription-reads',
  'x-ms-ratelimit-remaining-subscription-writes',
  LEFT_HEADER,
  'x-ms-user-quota-remaining',
  'x-ms-user-quota-resets-after',
  'x-ms-failure-cause',
].join(', ');

interface HeaderFacts {
  readonly request: SimulatedRequest;
  readonly now: number;
  /** Region in the routing id, such as SOUTHINDIA. */
  readonly frontDoor: string;
  /** The backup service echoes the client's request id twice (D). */
  readonly isBackupService: boolean;
}

type LeftHeader = Readonly<Record<string, string>>;

/** All headers of an answer: the common ones, then its own. */
function headersOf(
  answer: Answer,
  { request, now, frontDoor, isBackupService }: HeaderFacts,
): Record<string, string> {
  const clientId = request.headers.get('x-ms-client-request-id');
  return {
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    Expires: '-1',
    Date: httpDate(now),
    'X-Content-Type-Options': 'nosniff',
    'X-Powered-By': 'ASP.NET',
    ...(answer.status === 200 ? { Server: 'Microsoft-IIS/8.0' } : {}),
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'x-ms-request-id': request.requestId,
    'x-ms-correlation-request-id': request.requestId,
    'x-ms-routing-request-id': `${frontDoor}:${compactTime(now)}:${request.requestId}`,
    ...(clientId === undefined
      ? {}
      : { 'x-ms-client-request-id': isBackupService ? `${clientId}; ${clientId}` : clientId }),
    // What has a limit of its own says that instead.
    ...(request.jobReads === null ? leftOf(request) : {}),
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposed,
    ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...inAscii(answer.headers ?? {}),
  };
}

const leftOf = ({ remaining: { of, left } }: SimulatedRequest): LeftHeader => ({
  [`x-ms-ratelimit-remaining-subscription-${of}`]: String(left),
});

/** Addresses in headers hold names of any letters, headers themselves no letter beyond ASCII (RFC 9110, 5.5). */
const inAscii = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replaceAll(/[^ -~]+/g, encodeURIComponent),
    ]),
  );

interface Simulated {
  readonly response: SimulatedResponse;
  /** To be stored before the response is given. */
  readonly events: readonly WorldEvent[];
}

/**
 * The simulated Azure: what a request answers in a state of the world at a moment (simulated epoch
 * milliseconds), and what it changes. A host of another service is answered by that service. Pure.
 */
export function simulate(
  request: SimulatedRequest,
  state: State,
  now: number,
  others: readonly OtherService[] = otherServices,
): Simulated {
  const path = normalPath(request.url.pathname);
  const other = others.find((one) => isOfService(one, request.url.origin));
  const match = matchRoute(other?.routes ?? routes, request.method, path);
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
  const faulted = { request, route, now };
  const answer: Answer = effects.some(leavesUndone)
    ? { status: 0 }
    : (firstAnswer(effects, faulted, other) ??
      lastAnswer(
        other === undefined
          ? work(request, state, now, match)
          : workOf(other, { request, state, now, match, effects }),
        effects,
        faulted,
        other,
      ));
  const accepted = answer.events ?? [];
  const worked =
    other === undefined
      ? effects.reduce(
          spoilMounts,
          effects.reduce((events, one) => spoilJobs(events, one, { state, now }), accepted),
        )
      : accepted;
  const isBackupService = path.toLowerCase().includes('/microsoft.recoveryservices/');
  const headers =
    other?.headersOf?.(answer, request, now) ??
    headersOf(answer, { request, now, frontDoor: state.seed.frontDoor, isBackupService });
  return {
    events: [...worked, ...used],
    response: spoilAnswer(
      {
        kind: 'answer',
        status: answer.status,
        headers,
        body: answer.body === undefined ? null : JSON.stringify(answer.body),
        ...(answer.bytes === undefined ? {} : { bytes: answer.bytes }),
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
  asked: FaultedRequest,
  other: OtherService | undefined,
): Answer | null {
  for (const effect of effects) {
    const answer = answerBefore(effect, asked);
    if (answer !== null) return other?.asRefused?.(answer) ?? answer;
  }
  return null;
}

/** The answer of the work, or the error that a fault puts in its place; a refusal stays the service's. */
function lastAnswer(
  done: Answer,
  effects: readonly FaultEffect[],
  asked: FaultedRequest,
  other: OtherService | undefined,
): Answer {
  const [error] = effects.flatMap((effect) => errorAfter(effect, asked) ?? []);
  if (error === undefined || done.status >= 300) return done;
  const { events = [] } = done;
  return { ...(other?.asRefused?.(error) ?? error), events };
}

/** Codes of ARM's front door are guesses (G). */
function work(
  request: SimulatedRequest,
  stored: State,
  now: number,
  match: Match<Route> | undefined,
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
  const apiVersion = request.url.searchParams.get('api-version') ?? '';
  const unknown = refuseVersion(normalPath(request.url.pathname), apiVersion);
  if (unknown !== null) return unknown;
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
  const seen = { request, state, stored, now, before };
  const call: Call = { ...seen, params, apiVersion, isNumeric, effects: [] };
  return pageOfAnswer(call, match.route.handle(call));
}

interface OtherCall {
  readonly request: SimulatedRequest;
  readonly state: State;
  readonly now: number;
  readonly match: Match<Route> | undefined;
  readonly effects: readonly FaultEffect[];
}

/** The answer of a service that is not Azure's: nothing of ARM applies to it. */
function workOf(service: OtherService, { request, state, now, match, effects }: OtherCall): Answer {
  const refusal = service.refuse(request);
  if (refusal !== null) return refusal;
  if (match === undefined) return service.notFound;
  const before: Call['before'] = (ms) => ({ state: stateAt(state, now - ms), now: now - ms });
  const { params, route } = match;
  const call = { request, state: before(0).state, stored: state, now, params, before, effects };
  return route.handle({ ...call, apiVersion: '', isNumeric: false });
}

function delayOf(faults: readonly Fault[]): number {
  const seconds = faults.map(({ effect }) =>
    effect.kind === 'latency' || effect.kind === 'timeout' ? effect.seconds : 0,
  );
  return seconds.reduce((total, one) => total + one, 0) * 1000;
}

/** What a request is held against. */
type Addressed = Pick<Route, 'method' | 'path'>;

interface Match<Found> {
  readonly route: Found;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The path as the service understands it: decoded segment by segment, the documents' doubled
 * `/subscriptions//subscriptions/` made single, no trailing slash.
 */
export function normalPath(pathname: string): string {
  return pathname
    .replace(/^\/subscriptions\/\/subscriptions\//i, '/subscriptions/')
    .replace(/\/+$/, '')
    .split('/')
    .map(decode)
    .join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** One part of a route's path: text in lower case, or the name of what stands in its place. */
interface Segment {
  readonly text: string;
  readonly name: string | null;
}

/** Paths taken apart, each once: every request is held against all of them. */
const takenApart = new WeakMap<Addressed, readonly Segment[]>();

function segmentsOf(route: Addressed): readonly Segment[] {
  const known = takenApart.get(route);
  if (known !== undefined) return known;
  const segments = route.path.split('/').map((part) => ({
    text: part.toLowerCase(),
    name: part.startsWith('{') ? part.slice(1, -1) : null,
  }));
  takenApart.set(route, segments);
  return segments;
}

/** The route that takes a method and a path (already {@link normalPath}), in any letter case. */
export function matchRoute<Found extends Addressed>(
  among: readonly Found[],
  method: string,
  path: string,
): Match<Found> | undefined {
  const parts = path.split('/');
  const lowered = parts.map((part) => part.toLowerCase());
  const route = among.find((one) => one.method === method && isMatch(segmentsOf(one), lowered));
  if (route === undefined) return undefined;
  const named = segmentsOf(route).flatMap(({ name }, index) =>
    name === null ? [] : [[name, parts[index] ?? ''] as const],
  );
  return { route, params: Object.fromEntries(named) };
}

function isMatch(segments: readonly Segment[], lowered: readonly string[]): boolean {
  return (
    segments.length === lowered.length &&
    segments.every(({ text, name }, index) =>
      name === null ? text === lowered[index] : lowered[index] !== '',
    )
  );
}
