import type { Instant } from '#src/lib/time.ts';

/** A pause that Azure asked for: until its end nothing is sent by itself to that address. */
export interface Pause {
  readonly address: string;
  readonly until: Instant;
}

/**
 * Why a request certainly never left this page: the person has to sign in for its token, Microsoft Entra
 * could not be reached for one, its address is of a host that no token may go to, the browser says that
 * it has no connection, or its policy held it back.
 */
export type NotSentReason = 'token' | 'entra' | 'host' | 'offline' | 'policy';

/**
 * What a person can do about a problem:
 * - `again`: the same request can succeed, at once or in a while
 * - `after`: it can succeed once something that the service names was changed: a role, a quota, a lock
 * - `signIn`: sign in again
 * - `token`: enter a token of the other service in Settings
 * - `setUp`: whoever deploys this build has to allow the address
 * - `reload`: load the page anew
 * - `gone`: what was requested isn't there
 * - `change`: the same request gets the same answer
 */
export const WAY_ON_KINDS = [
  'again',
  'after',
  'signIn',
  'token',
  'setUp',
  'reload',
  'gone',
  'change',
] as const;
export type WayOn = (typeof WAY_ON_KINDS)[number];

/** Why something could not be read or done, in a form that a screen can say. */
export interface Problem {
  readonly kind:
    | 'signedOut'
    | 'forbidden'
    | 'notFound'
    | 'notSent'
    | 'lost'
    | 'unreadable'
    | 'notLoaded'
    | 'refused'
    | 'unexpected';
  readonly message: string;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly missingAction: string | null;
  /** The raw answer, for a person who wants to see it. */
  readonly body: string;
  /** What can be done about it. */
  readonly way: WayOn;
  /** This page gave the read up, because it took too long. */
  readonly isLate?: boolean;
  /** Only of what was refused: when its result was looked for last, and wasn’t there. */
  readonly lookedAt?: Instant;
  /** Only where Azure asks for a pause. */
  readonly pause?: Pause | undefined;
  /** The service that it is of, where that isn't Azure's. */
  readonly service?: string | undefined;
}

/** A service's words with its code beside them, by which documents and support know it. */
export function withCode(message: string, code: string | null | undefined): string {
  return code === null || code === undefined || code === '' || message.includes(code)
    ? message
    : `${message} (${code})`;
}

/** The way on from something that could not be read, and how it is read again. */
export interface Retry {
  readonly way: WayOn;
  readonly onRetry: () => void;
}

/** Whether doing the same once more can succeed. */
export const canSucceed = (way: WayOn): boolean => way === 'again' || way === 'after';

/** What decides the way on: the kind of a problem, and what the answer said. */
export interface WayFacts extends Pick<Problem, 'kind' | 'code' | 'body' | 'service'> {
  /** Null: there was no answer. */
  readonly status: number | null;
  /** Only of what never left the page. */
  readonly notSent?: NotSentReason | undefined;
  /** Something before the service may have written the answer. */
  readonly isForeign?: true | undefined;
}

/**
 * Codes of refusals that stay until something outside of the request was changed, whatever their status
 * (Azure Resource Manager, common deployment errors): quotas, locks, policies, registrations.
 */
const UNTIL_CHANGED: ReadonlySet<string> = new Set([
  'quotaexceeded',
  'resourcequotaexceeded',
  'skunotavailable',
  'allocationfailed',
  'zonalallocationfailed',
  'scopelocked',
  'requestdisallowedbypolicy',
  'missingsubscriptionregistration',
  'missingregistrationforlocation',
  'subscriptionnotregistered',
  'readonlydisabledsubscription',
  'disallowedprovider',
]);

/** Codes of conflicts with what is there for good, or with what the request itself says. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'invalidresourcelocation',
  'resourcenametaken',
  'storageaccountalreadytaken',
  'propertychangenotallowed',
  'roleassignmentexists',
]);

/** Statuses of a request that another moment answers otherwise. */
const PASSING: readonly number[] = [408, 409, 412, 423, 425, 429];

/** What a person can do about a problem. Pure. */
export function wayOnOf(facts: WayFacts): WayOn {
  switch (facts.kind) {
    case 'signedOut':
      return 'signIn';
    case 'forbidden':
      return 'after';
    case 'notFound':
      return 'gone';
    case 'notSent':
      return wayOfNotSent(facts);
    case 'notLoaded':
      return 'reload';
    case 'unreadable':
      // What is no JSON came from something between page and service, or broke off.
      return isJson(facts.body) ? 'change' : 'again';
    case 'refused':
      return wayOfRefusal(facts);
    case 'lost':
    case 'unexpected':
      return 'again';
  }
}

function wayOfNotSent({ notSent, service, status }: WayFacts): WayOn {
  switch (notSent) {
    case 'token':
      return service === undefined ? 'signIn' : 'token';
    case 'host':
    case 'policy':
      return 'setUp';
    case 'entra':
    case 'offline':
      return 'again';
    case undefined:
      return status === 404 ? 'gone' : 'again';
  }
}

function wayOfRefusal({ status, code, service, isForeign }: WayFacts): WayOn {
  if (isForeign === true) return status === 401 && service !== undefined ? 'token' : 'again';
  const folded = (code ?? '').toLowerCase();
  if (UNTIL_CHANGED.has(folded)) return 'after';
  if (FOR_GOOD.has(folded)) return 'change';
  if (status === 401) return service === undefined ? 'signIn' : 'token';
  if (status === 403) return 'after';
  if (status === 404 || status === 410) return 'gone';
  return status === null || status >= 500 || PASSING.includes(status) ? 'again' : 'change';
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** What Azure found that would make a restore fail. */
export interface ValidationProblem {
  readonly code: string;
  readonly message: string;
  readonly recommendations: readonly string[];
}

/** How a file of a whole list comes along. */
export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly read: number; readonly total: number | null }
  /** With what its last lines say of what isn't in it. */
  | { readonly kind: 'saved'; readonly rows: number; readonly notes: readonly string[] }
  /** Broke off; what was read until then is kept. */
  | ({ readonly kind: 'failed'; readonly read: number } & Pick<Problem, 'message' | 'way'>);
