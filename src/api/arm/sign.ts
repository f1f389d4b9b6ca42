import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { NoTokenError, UnreachableEntraError } from '#src/api/arm/not-sent.ts';
import { SCOPE, type Token, type TokenRequest, type TokenSource } from '#src/api/arm/token.ts';
import { machineNow } from '#src/lib/clock.ts';

/** A source that has a token, or says so by a {@link NoTokenError}. */
export interface TellingTokens {
  readonly getToken: (request?: TokenRequest) => Promise<Token>;
  readonly noteClaims: (claims: string) => void;
}

export function tellingTokens(tokens: TokenSource, scope = SCOPE): TellingTokens {
  return {
    getToken: async (request) => {
      const token = await tokens.getToken(scope, request).catch((error: unknown) => {
        throw new NoTokenError(error, error instanceof UnreachableEntraError ? 'entra' : 'token');
      });
      if (token === null) throw new NoTokenError(null, 'token');
      return token;
    },
    // The next sign-in is for Azure Resource Manager: claims of another service are no part of it.
    noteClaims: (claims) => (scope === SCOPE ? tokens.noteClaims?.(claims) : undefined),
  };
}

/**
 * Puts a token on what starts something, and sends it once, whatever Azure answers. What Azure wants to
 * see in a token is in the next one.
 */
export function signOnce(tokens: TellingTokens, header?: string): PipelinePolicy {
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

interface Held extends Token {
  /** Epoch milliseconds at which it came. */
  readonly since: number;
  /** The claims of the challenge that it answers. */
  readonly claims: string | undefined;
}

/**
 * Puts a token on reads, one for many of them. A read that Azure refuses for its token is sent once more
 * with another one: with the claims that Azure names (azure-contract §0), else with one that was renewed.
 */
export function signReads(tokens: TellingTokens, header?: string): PipelinePolicy {
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
  { token }: Token,
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
