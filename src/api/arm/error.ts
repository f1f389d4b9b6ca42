import type { OwnRefusal } from '#src/api/arm/not-sent.ts';
import type { NotSentReason, Pause } from '#src/model/problem.ts';

/**
 * What went wrong with a call:
 * - `notSent`: the request certainly never left this page
 * - `refused`: Azure answered with an error status
 * - `lost`: without an answer, it is unknown whether Azure received the request
 * - `unreadable`: the answer doesn't follow the contract
 */
export type ArmErrorKind = 'notSent' | 'refused' | 'lost' | 'unreadable';

export interface ArmErrorFacts {
  readonly kind: ArmErrorKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string;
  /** For support: Azure's own id of the request, as its answer carried it. */
  readonly requestId: string | null;
  /** The action that an answer of 403 says is missing, `Microsoft.Compute/disks/read`. */
  readonly missingAction: string | null;
  readonly body: string;
  /** Why it never left; only of `notSent`. */
  readonly notSent?: NotSentReason;
  /** Until when nothing is sent by itself to the address; only of `refused`. */
  readonly pause?: Pause | undefined;
  /** True of a conflict that may be with its own first copy: the browser could have sent it twice. */
  readonly mayBeSecond?: boolean;
  /** The service that it is of, where that isn't Azure's. */
  readonly service?: string | undefined;
}

/** The one error that `src/api` throws. */
export class ArmError extends Error {
  readonly facts: ArmErrorFacts;
  /** How long the answer asks to wait, in milliseconds; 0: it says nothing. */
  readonly pauseMs: number;

  constructor(facts: ArmErrorFacts, pauseMs = 0) {
    super(facts.message);
    this.name = 'ArmError';
    this.facts = facts;
    this.pauseMs = pauseMs;
  }
}

/** The facts of any thrown value; null when it is not an error of Azure's. */
export function armFacts(error: unknown): ArmErrorFacts | null {
  return error instanceof ArmError ? error.facts : null;
}

/** How long a thrown value asks to wait before the next request, in milliseconds. */
export function requestedPauseMs(error: unknown): number {
  return error instanceof ArmError ? error.pauseMs : 0;
}

/** Whether the person has to sign in again: no token could be had, or Azure does not take the one it got. */
export function isSignedOut({ status, notSent, service }: ArmErrorFacts): boolean {
  return service === undefined && (status === 401 || notSent === 'token');
}

/** Whether the thing asked for is not there. */
export function isNotFound(error: unknown): boolean {
  return armFacts(error)?.status === 404;
}

/** Whether nothing was done: only an answer of 4xx says that, a 5xx may hide accepted work. */
export function isRefusal(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts?.kind !== 'refused' || facts.status === null) return false;
  return facts.status >= 400 && facts.status < 500 && facts.status !== 408;
}

/** What else is known of a refused request. */
interface RefusedExtras extends Pick<ArmErrorFacts, 'pause' | 'mayBeSecond' | 'service'> {
  readonly pauseMs?: number;
  /** What the service itself says, where it has a form of its own. */
  readonly own?: OwnRefusal | null;
}

/** An answer with an error status as an {@link ArmError}: enveloped, bare or no JSON at all. */
export function refused(
  status: number,
  body: string,
  requestId: string | null,
  { pauseMs, pause, mayBeSecond = false, service, own }: RefusedExtras = {},
): ArmError {
  const { code, message } = own ?? errorOf(body);
  const facts: ArmErrorFacts = {
    kind: 'refused',
    status,
    code,
    message: message ?? `${service ?? 'Azure'} answered ${String(status)} without a message.`,
    requestId,
    missingAction: status === 403 ? missingActionIn(message ?? '') : null,
    body,
    ...(pause === undefined ? {} : { pause }),
    ...(mayBeSecond && { mayBeSecond }),
    ...(service !== undefined && { service }),
  };
  return new ArmError(facts, pauseMs);
}

/** What a service says of what went wrong; null: nothing. */
interface ServiceError {
  readonly code: string | null;
  readonly message: string | null;
}

/** The one reader of error bodies: `{"error": {…}}` or bare, of whatever spelling (azure-contract §12). */
export function errorOf(body: string): ServiceError {
  const outer = foldedKeys(jsonIn(body));
  const envelope = foldedKeys(outer.get('error'));
  return errorIn(envelope.size > 0 ? envelope : outer);
}

/** Some services leave the words to what is inside. */
function errorIn(error: ReadonlyMap<string, unknown>): ServiceError {
  const own = {
    code: text(error.get('code')) ?? text(error.get('errorcode')),
    message: text(error.get('message')) ?? text(error.get('errormessage')),
  };
  if (own.message !== null) return own;
  // A list has its places as keys.
  const inside = [error.get('innererror'), ...foldedKeys(error.get('details')).values()]
    .map(foldedKeys)
    .filter(({ size }) => size > 0)
    .map(errorIn)
    .find(({ message }) => message !== null);
  return inside === undefined ? own : { code: own.code ?? inside.code, message: inside.message };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Keys in lower case: some gateways write `Code` and `Message` (azure-contract §12). */
function foldedKeys(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * ARM quotes the action first after the word "action" (azure-contract §12); where a linked resource is
 * at fault it first names an action that the person may do.
 */
function missingActionIn(message: string): string | null {
  const lacking = /does not have \w+ to perform action(?:\(s\))? '([^']+)'/.exec(message);
  return (lacking ?? /perform action '([^']+)'/.exec(message))?.[1] ?? null;
}
