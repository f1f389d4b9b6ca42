import {
  type EntraFacts,
  entraFacts,
  stepAfterFrame,
  stepAfterRefresh,
} from '#src/api/arm/entra-error.ts';
import type { Token, TokenRequest } from '#src/api/arm/token.ts';
import { afterReal, machineNow } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';

/** A renewal that needs the person is not tried again for so long: Entra blocks an application that does. */
const REST_MS = 60_000;

/** Tokens that need no person; both reject with an error of the library. */
export interface SilentTokens {
  /** The token of the cache while it is good, else a new one by the refresh token. */
  readonly byRefreshToken: (request: TokenRequest) => Promise<Token>;
  /** By Entra's own session, in a hidden frame. */
  readonly byFrame: (request: TokenRequest) => Promise<Token>;
}

/** What came of a renewal: a token, or what has to happen first. */
export type Renewed =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'redirect' | 'later' | 'stop'; readonly facts: EntraFacts };

type Failed = Exclude<Renewed, { kind: 'token' }>;

const TOO_LATE: Failed = {
  kind: 'later',
  facts: {
    code: 'network_error',
    message: 'Microsoft Entra didn’t answer within 30 seconds.',
    number: null,
    traceId: null,
    correlationId: null,
    claims: null,
  },
};

/** Gives tokens as long as no person is needed. Never rejects, and answers within 30 seconds. */
export function newRenewal(silent: SilentTokens): (request: TokenRequest) => Promise<Renewed> {
  const resting = new Map<string, { readonly until: number; readonly outcome: Failed }>();
  return async (request) => {
    const key = `${request.scope ?? ''} ${request.claims ?? ''}`;
    const rest = resting.get(key);
    if (rest !== undefined && machineNow() < rest.until) return rest.outcome;
    const outcome = await inTime(renewed(silent, request));
    resting.delete(key);
    if (outcome.kind === 'redirect') resting.set(key, { until: machineNow() + REST_MS, outcome });
    return outcome;
  };
}

async function renewed(silent: SilentTokens, request: TokenRequest): Promise<Renewed> {
  try {
    return { kind: 'token', token: await silent.byRefreshToken(request) };
  } catch (error) {
    const facts = entraFacts(error);
    const kind = stepAfterRefresh(facts);
    return kind === 'frame' ? inFrame(silent, request) : { kind, facts };
  }
}

/** A token by Entra's own session, where the browser lets a frame have its cookies. */
async function inFrame(silent: SilentTokens, request: TokenRequest): Promise<Renewed> {
  try {
    return { kind: 'token', token: await silent.byFrame(request) };
  } catch (error) {
    const facts = entraFacts(error);
    return { kind: stepAfterFrame(facts), facts };
  }
}

async function inTime(renewing: Promise<Renewed>): Promise<Renewed> {
  let stop: () => void = () => undefined;
  const tooLate = new Promise<Renewed>((resolve) => {
    stop = afterReal(LIMITS.tokenMs, () => resolve(TOO_LATE));
  });
  try {
    return await Promise.race([renewing, tooLate]);
  } finally {
    stop();
  }
}
