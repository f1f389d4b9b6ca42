import { randomUUID } from 'node:crypto';

import { objectIdIn, type Person } from './directory.ts';

/** Seconds that an access token is good for; Entra gives between 60 and 90 minutes. */
const ACCESS_SECONDS = 75 * 60;

/** Milliseconds after which the refresh tokens of a single-page application end, however often renewed. */
const REFRESH_MS = 24 * 60 * 60_000;

/** For whom tokens are made. */
export interface Grant {
  readonly person: Person;
  readonly tenant: string;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce: string;
  /** Epoch milliseconds at which the person signed in. */
  readonly signedInAt: number;
}

const encoded = (value: unknown): string =>
  Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** A token of three parts, as JSON Web Tokens are; nothing checks the third. */
const token = (payload: unknown): string =>
  [encoded({ typ: 'JWT', alg: 'RS256', kid: 'faked' }), encoded(payload), 'c2ln'].join('.');

export const STORAGE = 'https://storage.azure.com';

/** What tokens can be for: the audience that each has. */
const RESOURCES: readonly string[] = ['https://management.azure.com', STORAGE];

/** The resource of a text of scopes; undefined: it names one that the tenant doesn't have, or none. */
export const resourceIn = (scope: string): string | undefined =>
  RESOURCES.find((resource) => scope.split(' ').some((one) => one.startsWith(`${resource}/`)));

/** The body of a good answer of the token endpoint. `now` in epoch milliseconds. */
export function tokensOf(grant: Grant, refreshToken: string, now: number) {
  const { person, tenant, clientId, scope, nonce, signedInAt } = grant;
  const issuedAt = Math.floor(now / 1000);
  const common = {
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + ACCESS_SECONDS,
    tid: tenant,
    oid: objectIdIn(person, tenant),
    ver: '2.0',
  };
  return {
    token_type: 'Bearer',
    scope,
    expires_in: ACCESS_SECONDS,
    ext_expires_in: ACCESS_SECONDS,
    access_token: token({ ...common, aud: resourceIn(scope) }),
    refresh_token: refreshToken,
    refresh_token_expires_in: Math.floor((signedInAt + REFRESH_MS - now) / 1000),
    id_token: token({
      ...common,
      aud: clientId,
      nonce,
      sub: `${person.oid}-${clientId}`,
      name: person.name,
      preferred_username: person.username,
    }),
    client_info: encoded({ uid: person.oid, utid: person.homeTenant }),
  };
}

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
