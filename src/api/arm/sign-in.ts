import {
  entraFacts,
  type EntraFacts,
  NOTHING_KNOWN,
  stepAfterFrame,
  stepAfterRefresh,
} from '#src/api/arm/entra.ts';
import { UnreachableEntraError } from '#src/api/arm/error.ts';
import {
  type AccessToken,
  SCOPE,
  type TokenRequest,
  type TokenSource,
} from '#src/api/arm/pipeline.ts';
import type { Account, SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { inTime, machineNow } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/** A renewal that needs the person is not tried again for so long: Entra blocks an application that does. */
const REST_MS = 60_000;

/** Tokens that need no person; both reject with an error of the library. */
export interface SilentTokens {
  /** The token of the cache while it is good, else a new one by the refresh token. */
  readonly byRefreshToken: (request: TokenRequest) => Promise<AccessToken>;
  /** By Entra's own session, in a hidden frame. */
  readonly byFrame: (request: TokenRequest) => Promise<AccessToken>;
}

/** What came of a renewal: a token, or what has to happen first. */
type Renewed =
  | { readonly kind: 'token'; readonly token: AccessToken }
  | { readonly kind: 'redirect' | 'later' | 'stop'; readonly facts: EntraFacts };

type Failed = Exclude<Renewed, { kind: 'token' }>;

const TOO_LATE: Failed = {
  kind: 'later',
  facts: {
    ...NOTHING_KNOWN,
    code: 'network_error',
    message: 'Microsoft Entra didn’t answer within 30 seconds.',
  },
};

/** Gives tokens as long as no person is needed. Never rejects, and answers within 30 seconds. */
export function newRenewal(silent: SilentTokens): (request: TokenRequest) => Promise<Renewed> {
  const resting = new Map<string, { readonly until: number; readonly outcome: Failed }>();
  return async (request) => {
    const key = `${request.scope ?? ''} ${request.claims ?? ''}`;
    const rest = resting.get(key);
    if (rest !== undefined && machineNow() < rest.until) return rest.outcome;
    const outcome = await inTime(LIMITS.tokenMs, TOO_LATE, () => renewedToken(silent, request));
    resting.delete(key);
    if (outcome.kind === 'redirect') resting.set(key, { until: machineNow() + REST_MS, outcome });
    return outcome;
  };
}

async function renewedToken(silent: SilentTokens, request: TokenRequest): Promise<Renewed> {
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

/**
 * Why no one can be signed in, by what can be done about it:
 * - `application`, `tenant`, `address`, `platform`: the registration or the build's settings
 * - `consent`, `assignment`, `account`, `policy`: what the organization allows
 * - `unreachable`: Microsoft Entra did not answer
 * - `storage`: the browser keeps nothing for this site
 * - `notFinished`: the person came back from Entra's page without an answer
 * - `noToken`, `clock`: the sign-in worked, and there is still no token
 */
type SignInTroubleKind =
  | 'application'
  | 'tenant'
  | 'address'
  | 'platform'
  | 'consent'
  | 'assignment'
  | 'account'
  | 'policy'
  | 'unreachable'
  | 'storage'
  | 'notFinished'
  | 'noToken'
  | 'clock'
  | 'other';

/** A sign-in that did not work, and what Entra said of it. */
export interface SignInTrouble {
  readonly kind: SignInTroubleKind;
  readonly facts: EntraFacts | null;
}

/** By the number after `AADSTS` (Microsoft Entra authentication and authorization error codes). */
const byNumber: Readonly<Record<number, SignInTroubleKind>> = {
  700_016: 'application',
  7_000_112: 'application',
  90_002: 'tenant',
  900_023: 'tenant',
  50_011: 'address',
  9_002_326: 'platform',
  65_001: 'consent',
  65_004: 'consent',
  90_094: 'consent',
  90_095: 'consent',
  50_105: 'assignment',
  50_020: 'account',
  50_034: 'account',
  53_000: 'policy',
  53_001: 'policy',
  53_002: 'policy',
  53_003: 'policy',
  53_004: 'policy',
  530_032: 'policy',
};

const byCode: Readonly<Record<string, SignInTroubleKind>> = {
  consent_required: 'consent',
  user_cancelled: 'notFinished',
  // Outside of a frame: the browser did not get to Entra's page.
  timed_out: 'unreachable',
};

/** The trouble that an error of a sign-in stands for. */
export function troubleOf(facts: EntraFacts): SignInTrouble {
  const known = facts.number === null ? undefined : byNumber[facts.number];
  const kind = known ?? byCode[facts.code];
  if (kind !== undefined) return { kind, facts };
  return { kind: stepAfterFrame(facts) === 'later' ? 'unreachable' : 'other', facts };
}

/** How a sign-in leaves the page. */
export interface SignInLeaving {
  readonly claims?: string | undefined;
  /** Lets the person choose an account, also where Entra knows one. */
  readonly isChoice?: boolean;
}

/** What a tab came back with from Entra's page. */
export interface CameBack {
  /** Entra's time when it gave the token, in epoch milliseconds; null: it did not say. */
  readonly issuedAt: number | null;
}

/** What is used of the sign-in library. */
export interface EntraLibrary extends SilentTokens {
  /** Takes the answer that the tab has come back with; null: it has none. Rejects with Entra's refusal. */
  readonly comeBack: () => Promise<CameBack | null>;
  /** Whose tokens the tab has. */
  readonly account: () => Account | null;
  /** Leaves the page; rejects when the browser stays on it. */
  readonly leave: (how: SignInLeaving) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Removes the tokens of this tab, and leaves Entra's session alone. */
  readonly forget: () => Promise<void>;
}

const PREFIX = 'restore-center.sign-in.';
const LEFT_AT = `${PREFIX}left-at`;
const ENDS_AT = `${PREFIX}ends-at`;
const SIGNED_OUT = `${PREFIX}signed-out`;

/** What this tab remembers of its sign-in while it is away at Microsoft Entra's page. */
export type SignInMemory = ReturnType<typeof signInMemory>;

/** The memory of a tab, in a storage such as `sessionStorage`; a getter, since it may throw. */
export function signInMemory(storage: () => Storage) {
  const read = (key: string): string | null => quietly(() => storage().getItem(key)) ?? null;
  const write = (key: string, text: string | null): void => {
    quietly(() => (text === null ? storage().removeItem(key) : storage().setItem(key, text)));
  };
  const readInstant = (key: string): Instant | null => {
    const ms = Number(read(key) ?? Number.NaN);
    return Number.isFinite(ms) ? instant(ms) : null;
  };
  return {
    /** Whether the browser stores anything for this site: without that no sign-in comes to its end. */
    isUsable: () => {
      write(`${PREFIX}probe`, 'stored');
      const isStored = read(`${PREFIX}probe`) === 'stored';
      write(`${PREFIX}probe`, null);
      return isStored;
    },
    /** When the tab last left for the sign-in; null: it never did, or has come back with an account. */
    leftAt: () => readInstant(LEFT_AT),
    noteLeaving: (at: Instant | null) => write(LEFT_AT, at === null ? null : String(at)),
    /** Until when sign-in renews itself; null: Entra has not said. */
    endsAt: () => readInstant(ENDS_AT),
    noteEnd: (at: Instant) => write(ENDS_AT, String(at)),
    /** Whether the person chose to sign out. */
    isSignedOut: () => read(SIGNED_OUT) !== null,
    noteSignedOut: (isSignedOut: boolean) => write(SIGNED_OUT, isSignedOut ? 'true' : null),
  };
}

/** Nothing is stored, and nothing read, where the browser forbids it. */
function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export interface SignInWorld {
  readonly library: EntraLibrary;
  readonly memory: SignInMemory;
  readonly onStatus: (status: SignInStatus) => void;
}

/** Tokens of a person who has signed in, and what they can do about it. */
export type LiveTokens = Required<TokenSource>;

/** What a page starts with: a sign-in, or what stands in its way. */
export type SignInStart =
  | { readonly kind: 'signedIn'; readonly account: Account; readonly tokens: LiveTokens }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'trouble'; readonly trouble: SignInTrouble };

/** A sign-in that brought no token is not repeated by itself within this time, in milliseconds. */
const LOOP_MS = 60_000;
/** Who comes back without an answer within this time gave up at Entra's page, in milliseconds. */
const AWAY_MS = 60 * 60_000;
/** A clock that differs from Entra's by this much is worth a word, in milliseconds. */
const CLOCK_MS = 5 * 60_000;

/**
 * Signs in: by what the tab has, by what it has come back with, else by leaving for Entra's page. Then
 * the promise stays pending until the page is gone. Nothing is drafted on the page by then.
 */
export async function startSignIn(world: SignInWorld): Promise<SignInStart> {
  const { library, memory } = world;
  const leftAt = memory.leftAt();
  memory.noteLeaving(null);
  try {
    const back = await library.comeBack();
    const account = library.account();
    if (account === null) return await withoutAccount(world, leftAt);
    memory.noteSignedOut(false);
    const renewal = newRenewal(library);
    const first = await renewal({});
    if (first.kind === 'token') {
      return { kind: 'signedIn', account, tokens: liveTokens(world, renewal) };
    }
    if (first.kind !== 'redirect') return trouble(troubleOf(first.facts));
    const wasJustAway = back !== null || (leftAt !== null && machineNow() - leftAt < LOOP_MS);
    if (wasJustAway) return trouble(noToken(first, back));
    return await leave(world, { claims: first.facts.claims ?? undefined });
  } catch (error) {
    return trouble(troubleOf(entraFacts(error)));
  }
}

/** Leaves for Entra's page: unless the person signed out, or has just come back from there by themselves. */
async function withoutAccount(world: SignInWorld, leftAt: number | null): Promise<SignInStart> {
  if (world.memory.isSignedOut()) return { kind: 'signedOut' };
  if (leftAt !== null && machineNow() - leftAt < AWAY_MS) {
    return trouble({ kind: 'notFinished', facts: null });
  }
  return leave(world, {});
}

async function leave({ library, memory }: SignInWorld, how: SignInLeaving): Promise<SignInStart> {
  memory.noteLeaving(machineNow());
  await library.leave(how);
  return trouble({ kind: 'notFinished', facts: null });
}

const trouble = (what: SignInTrouble): SignInStart => ({ kind: 'trouble', trouble: what });

function noToken({ facts }: Failed, back: CameBack | null): SignInTrouble {
  const issuedAt = back?.issuedAt ?? null;
  const isClockOff = issuedAt !== null && Math.abs(issuedAt - machineNow()) > CLOCK_MS;
  return { kind: isClockOff ? 'clock' : 'noToken', facts };
}

/** Signs in once more because the person wants to, and lets them choose the account. */
export async function signInByChoice({ library, memory }: SignInWorld): Promise<void> {
  memory.noteSignedOut(false);
  memory.noteLeaving(machineNow());
  await library.leave({ isChoice: true });
}

/** Ends the session at Entra. What the tab starts with next says so, and signs in no one by itself. */
export async function signOutOf({ library, memory }: SignInWorld): Promise<void> {
  memory.noteSignedOut(true);
  await library.signOut();
}

/** The person came back by the Back button and still has the offer, or is about to leave already. */
const STAYS: readonly string[] = ['user_cancelled', 'interaction_in_progress'];

/** A token for another service. That it can't be had says nothing about the sign-in. */
function otherToken(renewed: Renewed): AccessToken {
  if (renewed.kind === 'token') return renewed.token;
  if (renewed.kind === 'later') throw new UnreachableEntraError(renewed.facts.message);
  throw new Error(renewed.facts.message);
}

function liveTokens(
  { library, memory, onStatus }: SignInWorld,
  renewal: ReturnType<typeof newRenewal>,
): LiveTokens {
  /** The claims that the next sign-in has to bring. */
  let wanted: string | undefined;
  let hasEnded = false;
  return {
    getToken: async (scopes, options = {}) => {
      const scope = [scopes].flat().find((one) => one !== SCOPE);
      if (scope !== undefined) return otherToken(await renewal({ ...options, scope }));
      const renewed = await renewal(options);
      if (renewed.kind === 'token') {
        if (options.claims === wanted) wanted = undefined;
        // Another tab may have signed in since, so that the hidden frame worked.
        if (hasEnded && wanted === undefined) onStatus({ kind: 'good' });
        hasEnded &&= wanted !== undefined;
        return renewed.token;
      }
      if (renewed.kind === 'later') throw new UnreachableEntraError(renewed.facts.message);
      wanted = renewed.facts.claims ?? options.claims ?? wanted;
      hasEnded = true;
      onStatus({ kind: 'ended' });
      throw new Error(renewed.facts.message);
    },
    noteClaims: (claims) => {
      wanted = claims;
    },
    signInAgain: async () => {
      memory.noteLeaving(machineNow());
      try {
        await library.leave({ claims: wanted });
      } catch (error) {
        memory.noteLeaving(null);
        if (STAYS.includes(entraFacts(error).code)) return;
        onStatus({ kind: 'notReached' });
      }
    },
  };
}
