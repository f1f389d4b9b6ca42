import { randomUUID } from 'node:crypto';
import type { Person } from './directory.ts';
import { type Grant, REFRESH_MS } from './tokens.ts';

/** A browser in which a person signed in. */
export interface Session {
  readonly person: Person;
  /** Epoch milliseconds. */
  readonly signedInAt: number;
}

/** What a code stands for until it is redeemed. */
export interface Promised {
  readonly grant: Grant;
  readonly redirectUri: string;
  /** SHA-256 of the verifier, base64url. */
  readonly challenge: string;
}

/** What Entra gave out. */
export interface Ledger {
  /** Gives the cookie's value. */
  readonly signIn: (session: Session) => string;
  readonly session: (cookie: string) => Session | undefined;
  readonly signOut: (cookie: string) => void;
  readonly promise: (promised: Promised) => string;
  /** What a code stands for; a second time nothing. */
  readonly redeem: (code: string) => Promised | undefined;
  readonly refreshToken: (grant: Grant) => string;
  /** The grant of a refresh token; `ended` once the day after the sign-in is over. */
  readonly renew: (refreshToken: string, now: number) => Grant | 'ended' | undefined;
  /** Every refresh token ends, as after a change of password. */
  readonly revoke: () => void;
}

export function newLedger(): Ledger {
  const sessions = new Map<string, Session>();
  const codes = new Map<string, Promised>();
  const renewals = new Map<string, Grant>();
  const stored = <Value>(into: Map<string, Value>, value: Value): string => {
    const key = randomUUID();
    into.set(key, value);
    return key;
  };
  return {
    signIn: (session) => stored(sessions, session),
    session: (cookie) => sessions.get(cookie),
    signOut: (cookie) => void sessions.delete(cookie),
    promise: (promised) => stored(codes, promised),
    redeem: (code) => {
      const promised = codes.get(code);
      codes.delete(code);
      return promised;
    },
    refreshToken: (grant) => stored(renewals, grant),
    renew: (refreshToken, now) => {
      const grant = renewals.get(refreshToken);
      if (grant === undefined) return undefined;
      return now < grant.signedInAt + REFRESH_MS ? grant : 'ended';
    },
    revoke: () => renewals.clear(),
  };
}
