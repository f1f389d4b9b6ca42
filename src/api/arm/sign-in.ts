import { entraFacts } from '#src/api/arm/entra-error.ts';
import { UnreachableEntraError } from '#src/api/arm/not-sent.ts';
import { newRenewal, type Renewed, type SilentTokens } from '#src/api/arm/renewal.ts';
import type { SignInMemory } from '#src/api/arm/sign-in-memory.ts';
import type { Account, SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { type SignInTrouble, troubleOf } from '#src/api/arm/sign-in-trouble.ts';
import { SCOPE, type Token, type TokenSource } from '#src/api/arm/token.ts';
import { machineNow } from '#src/lib/clock.ts';

/** How a sign-in leaves the page. */
export interface Leaving {
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
  readonly leave: (how: Leaving) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Removes the tokens of this tab, and leaves Entra's session alone. */
  readonly forget: () => Promise<void>;
}

export interface SignInWorld {
  readonly library: EntraLibrary;
  readonly memory: SignInMemory;
  readonly onStatus: (status: SignInStatus) => void;
}

/** Tokens of a person who has signed in, and what they can do about it. */
export interface LiveTokens extends TokenSource {
  readonly noteClaims: (claims: string) => void;
  readonly signInAgain: () => Promise<void>;
}

/** What a page starts with: a sign-in, or what stands in its way. */
export type Started =
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
export async function startSignIn(world: SignInWorld): Promise<Started> {
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
async function withoutAccount(world: SignInWorld, leftAt: number | null): Promise<Started> {
  if (world.memory.isSignedOut()) return { kind: 'signedOut' };
  if (leftAt !== null && machineNow() - leftAt < AWAY_MS) {
    return trouble({ kind: 'notFinished', facts: null });
  }
  return leave(world, {});
}

async function leave({ library, memory }: SignInWorld, how: Leaving): Promise<Started> {
  memory.noteLeaving(machineNow());
  await library.leave(how);
  return trouble({ kind: 'notFinished', facts: null });
}

const trouble = (what: SignInTrouble): Started => ({ kind: 'trouble', trouble: what });

function noToken(
  { facts }: Exclude<Renewed, { kind: 'token' }>,
  back: CameBack | null,
): SignInTrouble {
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
function otherToken(renewed: Renewed): Token {
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
