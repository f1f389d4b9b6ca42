import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  type HttpClient,
  isRestError,
  type Pipeline,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  type RestError,
  type SendRequest,
  setClientRequestIdPolicy,
} from '@azure/core-rest-pipeline';
import {
  AZURE,
  type Home,
  NoTokenError,
  retryAfterMs,
  UnreachableEntraError,
} from '#src/api/arm/error.ts';
import { hasRequestStreams, newUploads, type Uploads } from '#src/api/arm/uploads.ts';
import { jobReadsPolicy } from '#src/api/recovery-services/job-reads.ts';
import { graphQuotaPolicy } from '#src/api/resource-graph/quota.ts';
import { machineNow, noteServiceClock, now, waitByTimer } from '#src/lib/clock.ts';
import { lengthened, LIMITS, notePause, noteWait, pauseOf } from '#src/lib/limits.ts';
import { invariant } from '#src/lib/result.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/** A `Date` names a second, anywhere in which the answer was given. */
const WITHIN_MS = 999;

/**
 * Takes Azure's time from the `Date` of each answer; one that hides it from pages, or has none, tells nothing
 * (live.md §2.2).
 */
function clockPolicy(): PipelinePolicy {
  return {
    name: 'clock',
    sendRequest: async (request, next) => {
      const sentAt = machineNow();
      const response = await next(request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date))
        noteServiceClock('answers', date - machineNow(), date + WITHIN_MS - sentAt);
      return response;
    },
  };
}

/**
 * A job starts between so long before and after its request, in milliseconds: 149 of 149 that were recorded did
 * so within −2 … 70 s (live.md §2.2).
 */
const STARTS_FROM_MS = -2000;
const STARTS_BY_MS = 70_000;

/** Takes Azure's time from the start of a job that is certainly of a press, dated by this computer alone. */
export function noteJobStart(startedAt: Instant, pressedAt: number): void {
  const ahead = startedAt - pressedAt;
  noteServiceClock('job', ahead - STARTS_BY_MS, ahead - STARTS_FROM_MS);
}

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
type AttemptEnd = { readonly response: PipelineResponse } | { readonly error: RestError };

/**
 * Repeats what broke off, met a server error or was throttled: after the pause that Azure names, else
 * after 1, 2, 4 seconds. What would wait longer than two minutes ends at once with Azure's answer, and
 * nothing is sent to that address by itself until the pause that Azure named is over.
 */
function repeatPolicy(): PipelinePolicy {
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

async function attempts(request: PipelineRequest, next: SendRequest): Promise<AttemptEnd> {
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

async function attempt(request: PipelineRequest, next: SendRequest): Promise<AttemptEnd> {
  try {
    return { response: await next(request) };
  } catch (error) {
    if (!isRestError(error) || request.abortSignal?.aborted === true) throw error;
    return { error };
  }
}

const isPassing = (outcome: AttemptEnd): boolean =>
  'error' in outcome || PASSING.includes(outcome.response.status);

/** The pause that an answer names, in milliseconds; null: none, or one that is over. */
function namedPauseMs(outcome: AttemptEnd): number | null {
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

/** A token, and until when it is good, in epoch milliseconds. */
export interface AccessToken {
  token: string;
  expiresOnTimestamp: number;
  /** It can be replaced as soon as it is refused, however young it is. */
  readonly isRenewable?: boolean;
}

/** What is particular about the next token. */
export interface TokenRequest {
  /** What it is for; missing: Azure Resource Manager. */
  readonly scope?: string | undefined;
  /** Claims of a challenge, as JSON. */
  readonly claims?: string | undefined;
  /** Azure has refused the token that was got last, and a page can't read why. */
  readonly isRefused?: boolean | undefined;
}

/** Where tokens come from; the pipeline asks whenever it needs one. */
export interface TokenSource {
  getToken(scopes: string | string[], options?: TokenRequest): Promise<AccessToken | null>;
  /** Remembers the claims of a challenge for the next sign-in. */
  readonly noteClaims?: (claims: string) => void;
  /** Leaves the page for the sign-in, and comes back to the same address. */
  readonly signInAgain?: () => Promise<void>;
}

/** What a token is for. */
export const SCOPE = 'https://management.azure.com/.default';

/** What a token is for that reads blobs (Storage, authorize with Microsoft Entra ID). */
export const STORAGE_SCOPE = 'https://storage.azure.com/user_impersonation';

/** What signs, once it is known: whatever is signed before that waits for it. */
export function awaitedTokens(source: Promise<TokenSource>): TokenSource & {
  readonly signInAgain: () => Promise<void>;
} {
  return {
    getToken: async (scopes, options) => (await source).getToken(scopes, options),
    noteClaims: (claims) => void source.then(({ noteClaims }) => noteClaims?.(claims)),
    signInAgain: async () => (await source).signInAgain?.(),
  };
}

type TellingTokens = ReturnType<typeof tellingTokens>;

/** A source that has a token, or says so by a {@link NoTokenError}. */
function tellingTokens(tokens: TokenSource, scope = SCOPE) {
  return {
    getToken: async (request?: TokenRequest): Promise<AccessToken> => {
      const token = await tokens.getToken(scope, request).catch((error: unknown) => {
        throw new NoTokenError(error, error instanceof UnreachableEntraError ? 'entra' : 'token');
      });
      if (token === null) throw new NoTokenError(null, 'token');
      return token;
    },
    // The next sign-in is for Azure Resource Manager: claims of another service are no part of it.
    noteClaims: (claims: string) => (scope === SCOPE ? tokens.noteClaims?.(claims) : undefined),
  };
}

/**
 * Puts a token on what starts something, and sends it once, whatever Azure answers. What Azure wants to
 * see in a token is in the next one.
 */
function signOnce(tokens: TellingTokens, header?: string): PipelinePolicy {
  let wanted: TokenRequest | undefined;
  return {
    name: 'sign once',
    sendRequest: async (request, next) => {
      const token = await tokens.getToken(wanted);
      const response = await next(withToken(request, token, header));
      wanted = response.status === 401 ? wantedBy(response) : undefined;
      if (wanted?.claims !== undefined) tokens.noteClaims(wanted.claims);
      return response;
    },
  };
}

/** A token is replaced so long before it ends, in milliseconds. */
const EARLY_MS = 2 * 60_000;
/** A token that is refused so soon after it came would be followed by one like it. */
const YOUNG_MS = 60_000;

interface Held extends AccessToken {
  /** Epoch milliseconds at which it came. */
  readonly since: number;
  /** The claims of the challenge that it answers. */
  readonly claims: string | undefined;
}

/**
 * Puts a token on reads, one for many of them. A read that Azure refuses for its token is sent once more
 * with another one: with the claims that Azure names (azure-contract §0), else with one that was renewed.
 */
function signReads(tokens: TellingTokens, header?: string): PipelinePolicy {
  let held: Held | null = null;
  const underWay = new Map<string, Promise<Held>>();
  const renewed = async (request: TokenRequest): Promise<Held> => {
    const token = await tokens.getToken(request);
    held = { ...token, since: machineNow(), claims: request.claims };
    return held;
  };
  /** Once for all who need the same one meanwhile. */
  const fetched = async (request: TokenRequest): Promise<Held> => {
    const key = `${request.claims ?? ''} ${String(request.isRefused === true)}`;
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const renewal = renewed(request).finally(() => underWay.delete(key));
    underWay.set(key, renewal);
    return renewal;
  };
  const current = async (): Promise<Held> =>
    held !== null && machineNow() < held.expiresOnTimestamp - EARLY_MS ? held : fetched({});
  const another = async (refused: Held, request: TokenRequest): Promise<Held | null> => {
    const { claims } = request;
    // Another read may have got one since.
    const isNew = held !== null && held.token !== refused.token;
    if (isNew && (claims === undefined || held?.claims === claims)) return held;
    if (claims !== undefined) return fetched(request);
    if (refused.isRenewable !== true && machineNow() < refused.since + YOUNG_MS) return null;
    const token = await fetched(request);
    return token.token === refused.token ? null : token;
  };
  return {
    name: 'sign reads',
    sendRequest: async (request, next) => {
      const first = await current();
      const response = await next(withToken(request, first, header));
      if (response.status !== 401) return response;
      const second = await another(first, wantedBy(response));
      return second === null ? response : next(withToken(request, second, header));
    },
  };
}

function withToken(
  request: PipelineRequest,
  { token }: AccessToken,
  header = 'Authorization',
): PipelineRequest {
  request.headers.set(header, `Bearer ${token}`);
  return request;
}

/** The token that an answer of 401 wants to see. CORS may hide from the page what Azure reports of it. */
function wantedBy({ headers }: PipelineResponse): TokenRequest {
  const claims = claimsIn(headers.get('WWW-Authenticate') ?? '');
  return claims === undefined ? { isRefused: true } : { claims };
}

/** The claims of a challenge, as JSON; undefined: it names none that can be read. */
function claimsIn(challenge: string): string | undefined {
  const encoded = /\bclaims="([^"]*)"/.exec(challenge)?.[1];
  try {
    return encoded === undefined ? undefined : atob(encoded);
  } catch {
    return undefined;
  }
}

/** The two ways a request goes out: reads may be repeated, whatever starts something never is. */
export interface ArmPipelines {
  readonly home: Home;
  readonly http: HttpClient;
  readonly reads: Pipeline;
  readonly starts: Pipeline;
  /** How the bodies of what goes by `starts` leave this page. */
  readonly uploads: Uploads;
  /** The pipelines to another service, with tokens of the same person. */
  readonly to: (home: Home) => ArmPipelines;
}

/**
 * Builds both pipelines. `http` is replaced in tests by the simulated Azure itself, `home` for a service
 * that is not Azure's.
 */
export function armPipelines(
  tokens: TokenSource,
  http: HttpClient = createDefaultHttpClient(),
  home: Home = AZURE,
  uploads: Uploads = newUploads(home.question !== undefined && hasRequestStreams()),
): ArmPipelines {
  const credential = tellingTokens(tokens, home.scope);
  const reads = signedBy(signReads(credential, home.tokenHeader), home);
  const starts = signedBy(signOnce(credential, home.tokenHeader), home);
  const quota = graphQuotaPolicy();
  reads.addPolicy(repeatPolicy(), { phase: 'Retry' });
  reads.addPolicy(quota, { afterPhase: 'Retry' });
  reads.addPolicy(jobReadsPolicy(), { afterPhase: 'Retry' });
  starts.addPolicy(quota);
  const to = (other: Home): ArmPipelines => armPipelines(tokens, http, other);
  return { home, http, reads, starts, uploads, to };
}

function signedBy(signing: PipelinePolicy, { service }: Home): Pipeline {
  const pipeline = createEmptyPipeline();
  // Another service would have to let pages send one header more, which it doesn't read.
  if (service === undefined) pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(signing, { phase: 'Sign' });
  // The innermost: what is counted from an answer's arrival is counted by the clock that it tells.
  if (service === undefined) pipeline.addPolicy(clockPolicy(), { phase: 'Sign' });
  return pipeline;
}

let pipelines: ArmPipelines | null = null;
let signIn: () => Promise<void> = () => Promise.resolve();

/**
 * Makes the pipelines known to the query factories, and how one signs in again, once, before the
 * application is drawn.
 */
export function startSession(arm: ArmPipelines, again?: () => Promise<void>): void {
  pipelines = arm;
  signIn = again ?? signIn;
}

/** Signs in again a person whose session has ended in Azure. */
export async function signInAgain(): Promise<void> {
  await signIn();
}

/** The pipelines of this session. */
export function session(): ArmPipelines {
  invariant(pipelines, 'a query ran before the session had started');
  return pipelines;
}

/** Requests that no token goes with. */

/**
 * The text of a file of this site; null: it isn't there. @throws Error where it can't be read.
 */
export async function ownFile(path: string): Promise<string | null> {
  const signal = AbortSignal.timeout(LIMITS.lateMs);
  const answer = await fetch(path, { cache: 'no-cache', signal });
  // A server of single pages may answer with the page instead.
  const isPage = answer.headers.get('content-type')?.includes('html') === true;
  if (answer.status === 404 || (answer.ok && isPage)) return null;
  if (!answer.ok) throw new Error(`HTTP ${String(answer.status)}`);
  return answer.text();
}

/**
 * Whether something answers at an address, with a certificate that the browser trusts. The page sees nothing of
 * the answer: no server has to let it in for that.
 */
export async function answersAtAll(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(LIMITS.lateMs);
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
