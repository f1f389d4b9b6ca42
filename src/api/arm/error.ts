import { mayReceiveToken } from '#src/api/arm/hosts.ts';
import { GRAPH_API_VERSION } from '#src/api/versions.ts';
import { afterReal, now } from '#src/lib/clock.ts';
import { parsedJson } from '#src/lib/result.ts';
import type { Instant } from '#src/lib/time.ts';
import type { NotSentReason, Pause } from '#src/model/problem.ts';

/** No token could be had: thrown before anything leaves. */
export class NoTokenError extends Error {
  readonly reason: Extract<NotSentReason, 'token' | 'entra'>;

  constructor(cause: unknown, reason: NoTokenError['reason']) {
    super('No token could be had.', { cause });
    this.name = 'NoTokenError';
    this.reason = reason;
  }
}

/** Microsoft Entra did not answer; the person is signed in as before. */
export class UnreachableEntraError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreachableEntraError';
  }
}

/** An answer that refuses, as its service words it. */
export interface OwnRefusal {
  /** The status that says the same in Azure's way: its own may be 200. */
  readonly status: number;
  readonly code: string | null;
  readonly message: string | null;
  /** It isn’t in a form of the service’s errors: something before the service may have written it. */
  readonly isForeign?: true;
}

/** Where a service is: what relative addresses are relative to, and where its token may go. */
export interface Home {
  /** Scheme and host, and the path that all of its addresses start with. */
  readonly endpoint: string;
  /** Whether a token of the service may go to an address. */
  readonly isOurs: (address: string) => boolean;
  /** What its tokens are for; missing: Azure Resource Manager. */
  readonly scope?: string;
  /** What a service is called that isn’t Azure’s: its tokens don’t come by the sign-in of Azure. */
  readonly service?: string;
  /** The header that its tokens go by; missing: `Authorization`. */
  readonly tokenHeader?: string;
  /** Reads what refuses in a form of its own; null: the answer doesn't. Missing: Azure's form. */
  readonly refusalIn?: (status: number, body: string) => OwnRefusal | null;
  /**
   * A POST that only reads, by which is found out whether a body reaches the service as a stream. Missing:
   * the service has none, and bodies leave as text.
   */
  readonly question?: { readonly url: string; readonly body: unknown };
}

/** Azure Resource Manager. Its question is one of Resource Graph for one row. */
export const AZURE: Home = {
  endpoint: 'https://management.azure.com',
  isOurs: mayReceiveToken,
  question: {
    url: `/providers/Microsoft.ResourceGraph/resources?api-version=${GRAPH_API_VERSION}`,
    body: { query: 'Resources | project name | limit 1' },
  },
};

/** Whether the browser knows that it has no connection; that it has one it only believes. */
export function isOffline(): boolean {
  return 'onLine' in navigator && !navigator.onLine;
}

/** Real milliseconds in which a browser tells of a violation after it has broken the request off. */
const REPORTED_AFTER_MS = 50;

/** Watches whether the page's own policy holds a request back; asked once the request has failed. */
export function watchPolicy(address: string): { isHeldBack(): Promise<boolean>; stop(): void } {
  if (!('document' in globalThis)) return { isHeldBack: async () => false, stop: () => undefined };
  let isSeen = false;
  const note = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && isSamePlace(blockedURI, address)) isSeen = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    isHeldBack: async () => {
      if (!isSeen) await new Promise<void>((resolve) => void afterReal(REPORTED_AFTER_MS, resolve));
      return isSeen;
    },
    stop: () => document.removeEventListener('securitypolicyviolation', note),
  };
}

/** A browser may leave the query of what it blocked away. */
function isSamePlace(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.origin === b.origin && a.pathname === b.pathname;
}

/**
 * What went wrong with a call:
 * - `notSent`: the request certainly never left this page
 * - `refused`: an answer came with an error status, see {@link isRefusal} for whose it is
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
  /** Only of `refused`: the answer isn’t in a form of the service’s errors, so something before it may have written it. */
  readonly isForeign?: true;
  /**
   * Only of `refused`: the code says that something is there already or is under way, which this very request may
   * have started.
   */
  readonly isConflict?: true;
  /** Only of `refused`: when what the request asked for was looked for last, and wasn’t there. */
  readonly lookedAt?: Instant;
  /** The service that it is of, where that isn't Azure's. */
  readonly service?: string | undefined;
}

/** What is known of an answer where there is none. */
const NO_ANSWER = { status: null, code: null, requestId: null, missingAction: null, body: '' };

/** The one error that `src/api` throws. */
export class ArmError extends Error {
  readonly facts: ArmErrorFacts;
  /** How long the answer asks to wait, in milliseconds; 0: it says nothing. */
  readonly pauseMs: number;

  /** What is left out of the facts isn't known. */
  constructor(
    facts: Pick<ArmErrorFacts, 'kind' | 'message'> & Partial<ArmErrorFacts>,
    pauseMs = 0,
  ) {
    super(facts.message);
    this.name = 'ArmError';
    this.facts = { ...NO_ANSWER, ...facts };
    this.pauseMs = pauseMs;
  }
}

/** The facts of any thrown value; null when it is not an error of Azure's. */
export function armFacts(error: unknown): ArmErrorFacts | null {
  return error instanceof ArmError ? error.facts : null;
}

/** The same refusal, with the moment at which a look didn’t find what the request asked for. */
export const refusedAndLooked = ({ facts, pauseMs }: ArmError, lookedAt: Instant): ArmError =>
  new ArmError({ ...facts, lookedAt }, pauseMs);

/** How long a thrown value asks to wait before the next request, in milliseconds. */
export function requestedPauseMs(error: unknown): number {
  return error instanceof ArmError ? error.pauseMs : 0;
}

/** Whether the person has to sign in again: no token could be had, or Azure does not take the one it got. */
export function isSignedOut({ status, notSent, service, isForeign }: ArmErrorFacts): boolean {
  const isRefused = status === 401 && isForeign !== true;
  return service === undefined && (isRefused || notSent === 'token');
}

/** Whether the thing asked for is not there, as its own service says. */
export function isNotFound(error: unknown): boolean {
  const facts = armFacts(error);
  return facts?.status === 404 && facts.isForeign !== true;
}

/** What a read gives; null: the thing isn't there. @throws ArmError for every other answer. */
export async function unlessMissing<Thing>(reading: Promise<Thing>): Promise<Thing | null> {
  try {
    return await reading;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * Whether the service itself refuses what a request asked for: an answer of 4xx in one of its own forms. That doesn’t show
 * that it did nothing: the answer may be to a second copy of the request, so what was done is looked up. A 5xx may
 * hide accepted work, and what something else answers says nothing.
 */
export function isRefusal(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts?.kind !== 'refused' || facts.status === null || facts.isForeign === true) return false;
  return facts.status >= 400 && facts.status < 500 && facts.status !== 408;
}

/** What else is known of a refused request. */
interface RefusedExtras extends Pick<ArmErrorFacts, 'pause' | 'service'> {
  readonly pauseMs?: number;
  /** What the service itself says, where it has a form of its own. */
  readonly own?: OwnRefusal | null;
  /** No body says whose the answer is: that of a `HEAD`. */
  readonly hasNoBody?: boolean;
  /** The codes of the operation by which a second copy is refused, beside those that mean so everywhere. */
  readonly copyCodes?: readonly string[] | undefined;
}

/** An answer with an error status as an {@link ArmError}: enveloped, bare or no JSON at all. */
export function refusedAnswer(
  status: number,
  body: string,
  requestId: string | null,
  { pauseMs, pause, service, own, hasNoBody = false, copyCodes = [] }: RefusedExtras = {},
): ArmError {
  const { code, message, isForeign = false } = own ?? azureErrorIn(status, body, hasNoBody);
  const facts: ArmErrorFacts = {
    kind: 'refused',
    status,
    code,
    message: message ?? `${service ?? 'Azure'} answered ${String(status)} without a message.`,
    requestId,
    missingAction: status === 403 && !isForeign ? missingActionIn(message ?? '') : null,
    body,
    ...(pause === undefined ? {} : { pause }),
    ...(isForeign && { isForeign }),
    ...(!isForeign && isConflict(status, code, copyCodes) && { isConflict: true }),
    ...(service !== undefined && { service }),
  };
  return new ArmError(facts, pauseMs);
}

/** Azure’s errors have a code, or come in an envelope (azure-contract §12); pages and bare messages are of others. */
function azureErrorIn(status: number, body: string, hasNoBody: boolean): OwnRefusal {
  const error = errorOf(body);
  const isOwn = hasNoBody || error.code !== null || (isEnveloped(body) && error.message !== null);
  return { status, ...error, ...(!isOwn && foreignAnswer(status, 'Azure', error.message)) };
}

/** What isn’t an answer of a service, which is named only for its own. */
export const foreignAnswer = (
  status: number,
  service: string,
  words: string | null = null,
): Pick<OwnRefusal, 'message'> & { readonly isForeign: true } => ({
  message: `Something between this page and ${service} answered ${String(status)}${words === null ? '.' : `: ${words}`}`,
  isForeign: true,
});

/** What the second copy of a request gets where the first has changed what it names. */
const CONFLICTS: readonly number[] = [409, 412];

/** Codes of 409 that say something else: only a change outside of the request helps, and no copy of it did that. */
const NO_COPY = /quota|scopelocked|disallowed|notregistered|skunotavailable|allocationfailed/i;

const isConflict = (status: number, code: string | null, copyCodes: readonly string[]): boolean =>
  copyCodes.some((one) => one === code) ||
  (CONFLICTS.includes(status) && !NO_COPY.test(code ?? ''));

/** What a service says of what went wrong; null: nothing. */
type ServiceError = Omit<OwnRefusal, 'status'>;

/** The one reader of error bodies: `{"error": {…}}` or bare, of whatever spelling (azure-contract §12). */
export function errorOf(body: string): ServiceError {
  const outer = foldedKeys(parsedJson(body));
  const envelope = foldedKeys(outer.get('error'));
  return errorIn(envelope.size > 0 ? envelope : outer);
}

const isEnveloped = (body: string): boolean =>
  foldedKeys(foldedKeys(parsedJson(body)).get('error')).size > 0;

/** Some services leave the words to what is inside. */
function errorIn(error: ReadonlyMap<string, unknown>): ServiceError {
  const own = {
    code: nonEmptyText(error.get('code')) ?? nonEmptyText(error.get('errorcode')),
    message: nonEmptyText(error.get('message')) ?? nonEmptyText(error.get('errormessage')),
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

/** Keys in lower case: some gateways write `Code` and `Message` (azure-contract §12). */
function foldedKeys(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function nonEmptyText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * ARM quotes the action first after the word "action" (azure-contract §12); where a linked resource is
 * at fault it first names an action that the person may do.
 */
export function missingActionIn(message: string): string | null {
  const lacking = /does not have \w+ to perform action(?:\(s\))? '([^']+)'/.exec(message);
  return (lacking ?? /perform action '([^']+)'/.exec(message))?.[1] ?? null;
}

/** The scope that goes with it: of a resource, a group, a subscription. */
export function missingScopeIn(message: string): string | null {
  const linked = /on the linked scope\(s\) '([^']+)'/.exec(message);
  return (linked ?? /over scope '([^']+)'/.exec(message))?.[1] ?? null;
}

interface Headers {
  get(name: string): string | null | undefined;
}

/**
 * Milliseconds an answer asks to wait: `retry-after-ms`, `x-ms-retry-after-ms`, or `Retry-After` in
 * seconds or as a date. A date counts from the answer's own `Date`, as this machine's clock may be
 * off; where a browser can't read that header, from the clock. Null when the answer names no wait.
 */
export function retryAfterMs(headers: Headers): number | null {
  const ms = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (isNumber(ms)) return Number(ms);
  const seconds = headers.get('retry-after');
  if (isNumber(seconds)) return Number(seconds) * 1000;
  const date = Date.parse(seconds ?? '');
  if (Number.isNaN(date)) return null;
  const answeredAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, date - (Number.isNaN(answeredAt) ? now() : answeredAt));
}

function isNumber(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && /^\d+(\.\d+)?$/.test(text);
}

/** The error of a request that this page didn't send after all, with why. */
export const neverSent = (message: string): ArmError =>
  new ArmError({
    kind: 'notSent',
    status: null,
    code: null,
    message,
    requestId: null,
    missingAction: null,
    body: '',
  });
