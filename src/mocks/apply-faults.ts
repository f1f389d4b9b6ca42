import { type Fault, type FaultEffect, isInGroup, isOfThePage } from '#src/mocks/faults/fault.ts';
import { badQuery, failure, forbidden } from '#src/mocks/errors.ts';
import type { Answer, Route, SimulatedRequest } from '#src/mocks/service.ts';
import { type Ending, isReported, type JobPlan } from '#src/mocks/time/plan.ts';
import { httpDate } from '#src/mocks/time/text.ts';
import { jobErrors } from '#src/mocks/world/plan-seed-job.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { failedAt } from '#src/mocks/world/deployed.ts';
import type { OperationEnding, OperationKind, WorldEvent } from '#src/mocks/world/events.ts';
import type { ActiveFault, State } from '#src/mocks/world/fold.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What a fault is matched against. */
interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  /** It asks for a following page by the token of the page before. */
  readonly hasPageToken: boolean;
}

/** Faults that meet a request and are not used up, in the order in which they were added. */
export function faultsFor(
  active: readonly ActiveFault[],
  { method, path, operation, hasPageToken }: FaultTarget,
): readonly Fault[] {
  return active
    .filter(({ fault, used }) => fault.times === null || used < fault.times)
    .map(({ fault }) => fault)
    .filter((fault) => !isOfThePage(fault))
    .filter(
      ({ match, effect }) =>
        (effect.kind !== 'expire-page-token' || hasPageToken) &&
        (match.group === undefined || isInGroup(match.group, operation)) &&
        (match.method === undefined || match.method === method) &&
        (match.operation === undefined || match.operation === operation) &&
        (match.path === undefined || path.toLowerCase().includes(match.path.toLowerCase())),
    );
}

/** A request that a fault answers before Azure does, at a moment in simulated epoch milliseconds. */
export interface FaultedRequest {
  readonly request: SimulatedRequest;
  readonly route: Route | null;
  readonly now: number;
}

/** Answers of faults that stand in front of the work; null for effects that come later. */
export function answerBefore(effect: FaultEffect, asked: FaultedRequest): Answer | null {
  if (effect.kind === 'throttle') return throttled(effect, asked);
  if (effect.kind === 'expire-page-token') {
    return badQuery(
      'InvalidSkipToken',
      'The skip token has expired. Ask for the first page again.',
    );
  }
  if (effect.kind === 'challenge') {
    const { code, text } = statusTexts[401];
    return failure(401, code, text, { 'WWW-Authenticate': challengeWithClaims });
  }
  return effect.kind === 'status' && effect.after !== true ? errorOf(effect, asked) : null;
}

/** The error that a fault puts in place of an answer after the work, which stays done; null for other effects. */
export function errorAfter(effect: FaultEffect, asked: FaultedRequest): Answer | null {
  return effect.kind === 'status' && effect.after === true ? errorOf(effect, asked) : null;
}

type StatusEffect = Extract<FaultEffect, { readonly kind: 'status' }>;

function errorOf(
  { status, code: given }: StatusEffect,
  { request, route }: FaultedRequest,
): Answer {
  if (status === 403) return forbidden(route?.action ?? '', request.url.pathname);
  const { code, text } = statusTexts[status];
  return failure(status, given ?? code, text, status === 401 ? challenge : {});
}

type Throttle = Extract<FaultEffect, { readonly kind: 'throttle' }>;

/** Code and text: I; what the text says without a number is a guess (G). Retry-After is seconds or a date (RFC 9110). */
function throttled(
  { retryAfterSeconds: seconds, as }: Throttle,
  { request, now }: FaultedRequest,
): Answer {
  const pause = seconds === undefined ? 'later' : `after '${seconds}' seconds`;
  const message = `Number of '${request.method === 'GET' ? 'read' : 'write'}' requests for subscription exceeded. Please try again ${pause}.`;
  if (seconds === undefined) return failure(429, 'SubscriptionRequestsThrottled', message);
  const retryAfter = as === 'date' ? httpDate(now + seconds * 1000) : String(seconds);
  return failure(429, 'SubscriptionRequestsThrottled', message, { 'Retry-After': retryAfter });
}

/** What a 401 carries, without claims: then no client asks for another token (J). */
const challenge = {
  'WWW-Authenticate':
    'Bearer authorization_uri="https://login.microsoftonline.com/common", error="invalid_token"',
};

/** Asks for a token that was given after this time (J: base64 of JSON). */
const challengeWithClaims = `Bearer authorization_uri="https://login.microsoftonline.com/common", error="insufficient_claims", claims="${btoa(
  '{"access_token":{"nbf":{"essential":true,"value":"1749092400"}}}',
)}"`;

/** Codes of azure-contract §12; all but ResourceNotFound (R) are guesses (G). */
const statusTexts = {
  400: { code: 'BadRequest', text: 'The request is not valid.' },
  401: { code: 'ExpiredAuthenticationToken', text: 'The access token has expired.' },
  404: { code: 'ResourceNotFound', text: 'The resource was not found.' },
  409: { code: 'Conflict', text: 'Another operation is in progress on this item.' },
  412: { code: 'PreconditionFailed', text: 'The resource was changed by somebody else.' },
  413: { code: 'RequestContentTooLarge', text: 'The request content is too large.' },
  500: { code: 'InternalServerError', text: 'The server met an unexpected condition.' },
  503: { code: 'ServiceUnavailable', text: 'The service is not available. Try again later.' },
} as const;

/** How an operation ends badly; that a canceled one gives no reason is a guess, as is the code (G). */
const endings: Partial<Record<FaultEffect['kind'], OperationEnding>> = {
  'operation-fails': {
    status: 'Failed',
    error: {
      code: 'UserErrorRestoreFailed',
      message: 'The restore could not be started: the service could not make its job.',
    },
  },
  // One l: jobs have two (azure-contract §8).
  'operation-canceled': { status: 'Canceled' },
};

/**
 * Events of the work as a fault wants them: the accepted job fails, or stands still, or there is
 * none because the operation ends badly or names another's.
 */
export function spoilJobs(
  events: readonly WorldEvent[],
  effect: FaultEffect,
  { state, now }: { readonly state: State; readonly now: number },
): readonly WorldEvent[] {
  const ending = endings[effect.kind];
  if (ending !== undefined) {
    // What a restore brings along does not happen either: its point stays in the archive.
    const restores = events.filter(({ type }) => type === 'restore-accepted');
    return restores.length === 0
      ? undoneWrites(events, ending)
      : restores.map((event) => ({ ...event, operationEnding: ending }));
  }
  if (effect.kind === 'odd-ids' && effect.are === 'replaced') return events.map(withOtherId);
  if (effect.kind === 'leads-to-another')
    return events.map((event) => leadingToAnother(event, effect, state, now));
  if (effect.kind === 'listed-late') return events.map((event) => listedLate(event, effect));
  if (effect.kind !== 'job-fails' && effect.kind !== 'job-stalls') return events;
  return events.map((event) => {
    if (event.type === 'restore-accepted') {
      return { ...event, plan: { ...event.plan, ending: endingOf(event.plan, effect) } };
    }
    // The one subtask that it has isn't reported, and ends the same way.
    if (event.type === 'protection-configured') {
      return { ...event, plan: { ...event.plan, ending: endingOf(event.plan, effect) } };
    }
    return event.type === 'deployment-accepted' && effect.kind === 'job-fails'
      ? { ...event, plan: failedAt(event.plan, effect.task) }
      : event;
  });
}

/** A restore whose request got another id from a gateway. */
function withOtherId(event: WorldEvent): WorldEvent {
  if (event.type !== 'restore-accepted') return event;
  const clientRequestId = guidFrom(`of a gateway:${event.jobId}`);
  return { ...event, clientRequestId, plan: { ...event.plan, activityId: clientRequestId } };
}

type LeadsToAnother = Extract<FaultEffect, { readonly kind: 'leads-to-another' }>;

/** A restore whose operation names the newest job of another restore in the vault, where there is one. */
function leadingToAnother(
  event: WorldEvent,
  { undone = false }: LeadsToAnother,
  { jobs, secondaryJobs, diskJobs }: State,
  now: number,
): WorldEvent {
  if (event.type !== 'restore-accepted') return event;
  const { disk, secondaryRegion } = event.plan;
  // The operation is of one plane, and knows no job of another.
  const known =
    disk !== undefined ? diskJobs : secondaryRegion === undefined ? jobs : secondaryJobs;
  const [newest] = known
    .filter(
      (plan) =>
        plan.operation === 'Restore' &&
        sameId(plan.vaultId, event.plan.vaultId) &&
        isReported(plan, now),
    )
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs);
  return {
    ...event,
    ...(newest === undefined ? {} : { namesJobId: newest.jobId }),
    ...(undone ? { isUndone: true } : {}),
  };
}

type ListedLate = Extract<FaultEffect, { readonly kind: 'listed-late' }>;

/** What starts a job that lists and its own address don't have for so long. */
function listedLate(event: WorldEvent, { seconds }: ListedLate): WorldEvent {
  const listedAfterMs = seconds * 1000;
  return event.type === 'restore-accepted' || event.type === 'protection-configured'
    ? { ...event, plan: { ...event.plan, listedAfterMs } }
    : event;
}

/** Operations of other services that end badly: nothing is removed, started, stopped or protected. */
function undoneWrites(
  events: readonly WorldEvent[],
  { status }: OperationEnding,
): readonly WorldEvent[] {
  const isWrite = events.some(
    (one) =>
      one.type === 'protection-configured' ||
      (one.type === 'operation-accepted' && isFollowed(one.kind)),
  );
  if (!isWrite) return events;
  return events.flatMap((event): WorldEvent[] => {
    switch (event.type) {
      case 'operation-accepted':
        return [{ ...event, ending: status === 'Failed' ? internalError : { status } }];
      case 'resource-written':
        return [{ ...event, hasFailed: true }];
      case 'resource-removed':
      case 'machine-powered':
      case 'protection-configured':
        return [];
      default:
        return [event];
    }
  });
}

const isFollowed = (kind: OperationKind): boolean => ['compute', 'network', 'sql'].includes(kind);

/** How Compute says that it does not know why (general knowledge, G). */
const internalError: OperationEnding = {
  status: 'Failed',
  error: {
    code: 'InternalExecutionError',
    message: 'An internal execution error occurred. Please retry later.',
  },
};

type Spoiling = Extract<FaultEffect, { readonly kind: 'job-fails' | 'job-stalls' }>;

function endingOf({ tasks, internalBag }: JobPlan, effect: Spoiling): Ending {
  const at = { task: Math.min(effect.task, tasks.length - 1), part: 0.5 };
  if (effect.kind === 'job-stalls') {
    const { forSeconds } = effect;
    return { kind: 'stalled', ...at, ...(forSeconds === undefined ? {} : { forSeconds }) };
  }
  // Without its safety snapshot a replacement ends with warnings (azure-contract §8, I).
  const isReplacing = internalBag['restoreLocationType'] === 'OriginalLocation';
  return isReplacing && at.task === 0
    ? { kind: 'warnings', ...at, error: jobErrors.olrBackupFailed }
    : { kind: 'failed', ...at, error: jobErrors.internal };
}
