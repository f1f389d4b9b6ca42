import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** What a client gets for a request: an answer, whole or broken off in its body, or none. */
export interface SimulatedResponse {
  readonly kind: 'answer' | 'half-body' | 'connection-error' | 'silence';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** A body that is not text; `body` is null then. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Simulated milliseconds to wait before it arrives. */
  readonly delayMs: number;
  /** Real milliseconds for which lists of jobs don't arrive from now on; absent: they do. */
  readonly listsHeldMs?: number;
  readonly operation: string | null;
  /** The request arrives once more, and that answer takes the place of this one. */
  readonly isRepeated?: boolean;
}

/** What an operation of the simulated Azure is given, and what it gives back. */

/** How many queries a person has sent to Resource Graph, and when the count starts again. */
export interface GraphQuota {
  readonly used: number;
  /** Simulated epoch milliseconds. */
  readonly resetsAtMs: number;
}

/** One counter of reads of jobs. */
export interface JobReadCounter {
  /** How many are left; below zero: the last read was refused. */
  readonly left: number;
  /** Of a bucket when it was last read from, of an hour when it started, in simulated epoch milliseconds. */
  readonly at: number;
}

/** A read of jobs, counted: what is left for a subscription and a service after it. */
export interface JobReads {
  readonly subscription: string;
  readonly service: 'RecoveryServices' | 'DataProtection';
  readonly counter: JobReadCounter;
}

export interface SimulatedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly requestId: string;
  /** It changes nothing: a GET or HEAD, or a read by POST. */
  readonly isRead: boolean;
  /** What it was counted as, and how many of these this client has left, for the rate-limit headers. */
  readonly remaining: { readonly of: 'reads' | 'writes'; readonly left: number };
  /** The quota of Resource Graph with this request in it; null when this is no question to it. */
  readonly graphQuota: GraphQuota | null;
  /** What is left of the reads of jobs with this one; null when it reads none. */
  readonly jobReads: JobReads | null;
}

export interface Call {
  readonly request: SimulatedRequest;
  readonly state: State;
  /** All that was done, also what is still to come of it: from it the world of a later moment follows. */
  readonly stored: State;
  /** Simulated epoch milliseconds. */
  readonly now: number;
  /** Parts of the path, decoded, spelled as the client sent them. */
  readonly params: Readonly<Record<string, string>>;
  readonly apiVersion: string;
  /** The world and the moment so many simulated milliseconds ago, for what is a copy and lags. */
  readonly before: (ms: number) => { readonly state: State; readonly now: number };
  /** Enums as numbers: api-versions up to 2020-12-31 (azure-contract §0, where it changed is G). */
  readonly isNumeric: boolean;
  /** What faults do to this request; only services beside Azure heed them by themselves. */
  readonly effects: readonly FaultEffect[];
}

/** The rows of a list, of which only those are made that are looked at. */
export interface Rows {
  readonly length: number;
  slice(start: number, end: number): readonly unknown[];
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of a body: one that is not JSON, as it is sent. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Of a list, in place of a body: all of it, from which `list-pages.ts` takes a page. */
  readonly rows?: Rows;
  readonly events?: readonly WorldEvent[];
}

/** See {@link Call.isNumeric}. */
export const isNumericVersion = (apiVersion: string): boolean => apiVersion <= '2020-12-31';

export type Handler = (call: Call) => Answer;

export interface Route {
  /** Name of the operation, for faults and the log: `restores.trigger`. */
  readonly operation: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Path with `{name}` for what varies; letter case does not matter. */
  readonly path: string;
  /** What a role must allow, for 403 answers (azure-contract §6). */
  readonly action: string;
  readonly handle: Handler;
}

/** What a role must allow for a path: its parts without the names of things, and what is done with it. */
function actionOf(path: string, verb: string): string {
  const [last = path] = path.split('/providers/').toReversed();
  const parts = (last.startsWith('/') ? `Microsoft.Resources${last}` : last).split('/');
  return [...parts.filter((part) => !part.startsWith('{')), verb].join('/');
}

const routeOf =
  (method: Route['method'], verb: string) =>
  (operation: string, path: string, handle: Handler, action = actionOf(path, verb)): Route => ({
    operation,
    method,
    path,
    action,
    handle,
  });

/** An operation with its path and who answers it; with its action where that does not follow from the path. */
export const route = {
  get: routeOf('GET', 'read'),
  head: routeOf('HEAD', 'read'),
  post: routeOf('POST', 'action'),
  put: routeOf('PUT', 'write'),
  patch: routeOf('PATCH', 'write'),
  delete: routeOf('DELETE', 'delete'),
} as const;

/** Makes handlers whose work is given what `find` finds for a call: the vault that its path names, and the like. */
export const handlersBy =
  <Found extends readonly unknown[]>(
    find: (call: Call, work: (...found: Found) => Answer) => Answer,
  ) =>
  (work: (call: Call, ...found: Found) => Answer): Handler =>
  (call) =>
    find(call, (...found) => work(call, ...found));

/** A simulated service that is not Azure's: its own host, its own operations, and its own door. */
export interface OtherService {
  /** Scheme and host, as in `https://commserve.contoso.example`; a `*` stands for the first label of the host. */
  readonly origin: string;
  readonly routes: readonly Route[];
  /** Refuses a request before its operation is run; null lets it in. */
  readonly refuse: (request: SimulatedRequest) => Answer | null;
  /** When no operation takes a request. */
  readonly notFound: Answer;
  /** A fault's refusal as this service writes it; missing: as Azure Resource Manager does. */
  readonly asRefused?: (answer: Answer) => Answer;
  /** All headers of its answers; missing: those of Azure Resource Manager. */
  readonly headersOf?: (answer: Answer, request: SimulatedRequest, now: number) => Headers;
}

type Headers = Readonly<Record<string, string>>;

/** Whether an origin, as in `https://commserve.contoso.example`, is one of a service. */
export function isOfService({ origin }: Pick<OtherService, 'origin'>, asked: string): boolean {
  const [start = '', end] = origin.split('*');
  if (end === undefined) return asked === origin;
  const label = asked.slice(start.length, -end.length);
  return asked === `${start}${label}${end}` && /^[a-z0-9-]+$/.test(label);
}

/** A parameter of the path; the pattern guarantees it. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A list in ARM's envelope, which comes page by page. */
export function list(rows: Rows): Answer {
  return { status: 200, rows };
}

/** The wire of each thing, made when its page is requested. */
export function rowsOf<Thing>(things: readonly Thing[], wireOf: (thing: Thing) => unknown): Rows {
  return {
    length: things.length,
    slice: (start, end) => things.slice(start, end).map(wireOf),
  };
}
