import { createHash } from 'node:crypto';

import { type Directory, objectIdIn, type Person } from './directory.ts';
import {
  type Grant,
  type Ledger,
  newLedger,
  resourceIn,
  type Session,
  STORAGE,
  tokensOf,
} from './tokens.ts';

/** A faked Microsoft Entra: what a single-page application meets of it, and nothing more. */
export interface Entra {
  /** Answers a request to `login.microsoftonline.com`. Never settles while the token endpoint hangs. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly behave: (how: Partial<Behaviour>) => void;
  /** Every refresh token ends, as after a change of password. */
  readonly revoke: () => void;
  /** What was requested so far, as method and path; a question that shows no page ends with its prompt. */
  readonly requests: () => readonly string[];
}

/** `now` gives epoch milliseconds: a test lets a day pass. */
export function createEntra(directory: Directory, now: () => number): Entra {
  const ledger = newLedger();
  const requests: string[] = [];
  let behaviour = WELL;
  const desk: Desk = { directory, ledger, now, behaviour: () => behaviour };
  return {
    fetch: async (request) => {
      const url = new URL(request.url);
      const silently = url.searchParams.get('prompt') === 'none' ? '?prompt=none' : '';
      requests.push(`${request.method} ${url.pathname}${silently}`);
      return answer(request, url, desk);
    },
    behave: (how) => {
      behaviour = { ...behaviour, ...how };
    },
    revoke: ledger.revoke,
    requests: () => requests,
  };
}

async function answer(request: Request, url: URL, desk: Desk): Promise<Response> {
  const [, tenant = '', endpoint = ''] =
    /^\/([^/]+)\/oauth2\/v2\.0\/(\w+)$/.exec(url.pathname) ?? [];
  const cookie = cookieIn(request.headers.get('cookie') ?? '');
  if (request.method === 'OPTIONS') return preflight();
  switch (`${request.method} ${endpoint}`) {
    case 'GET authorize':
      return authorize(url, tenant, cookie, desk);
    case 'POST token':
      if (desk.behaviour().isHanging) return new Promise(() => undefined);
      return redeem(new URLSearchParams(await request.text()), desk);
    case 'GET logout':
      desk.ledger.signOut(cookie);
      return signedOut(url, desk);
    default:
      return page('There is no such page.', '', 404);
  }
}

function cookieIn(header: string): string {
  const own = header.split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  return own?.slice(COOKIE.length + 1) ?? '';
}

/** Goes back to the application where its address is registered, with the state that it has sent. */
function signedOut({ searchParams }: URL, { directory }: Desk): Response {
  const address = searchParams.get('post_logout_redirect_uri') ?? '';
  const ended = `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0`;
  if (!directory.registration.redirectUris.includes(address)) {
    const done = page('You signed out of your account.', '');
    done.headers.set('Set-Cookie', ended);
    return done;
  }
  const state = new URLSearchParams({ state: searchParams.get('state') ?? '' });
  const to = `${address}?${String(state)}`;
  return new Response(null, { status: 302, headers: { Location: to, 'Set-Cookie': ended } });
}

/** How the faked Entra answers; each can be set while it runs. */
export interface Behaviour {
  /** The claims that it wants to see before it signs anybody in again, as for a second factor; null: none. */
  readonly challenge: string | null;
  /** Those claims are given to a person on Entra's page alone, as a second factor is. */
  readonly isPersonNeeded: boolean;
  /** The tenant has the application. */
  readonly hasApplication: boolean;
  /** A hidden frame has Entra's cookies, as in a browser that blocks none. */
  readonly hasFrameCookies: boolean;
  /** The organization has consented to the application. */
  readonly hasConsent: boolean;
  /** Its consent includes tokens for Storage. */
  readonly hasStorageConsent: boolean;
  /** The token endpoint never answers. */
  readonly isHanging: boolean;
  /** The token endpoint refuses every grant. */
  readonly isRefusing: boolean;
}

const WELL: Behaviour = {
  challenge: null,
  isPersonNeeded: false,
  hasApplication: true,
  hasFrameCookies: true,
  hasConsent: true,
  hasStorageConsent: true,
  isHanging: false,
  isRefusing: false,
};

/** What the authorization endpoint works with. */
export interface Desk {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly behaviour: () => Behaviour;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The name of the cookie by which Entra knows a browser again. */
const COOKIE = 'ESTSAUTH';

/** A frame of another site gets it, where the browser lets it have cookies at all. */
const cookieOf = (value: string): string =>
  `${COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=None`;

/**
 * `GET /{tenant}/oauth2/v2.0/authorize`: a code for who is signed in, Entra's own page to choose an
 * account, or an error in the fragment. What is wrong with the application itself is a page of Entra:
 * an address that is not registered is never gone to.
 */
function authorize(url: URL, tenant: string, cookie: string, desk: Desk): Response {
  const { directory, ledger } = desk;
  const param = (name: string): string => url.searchParams.get(name) ?? '';
  const { clientId, redirectUris } = directory.registration;
  if (!directory.tenants.includes(tenant)) return wrong(90_002, `Tenant '${tenant}' not found.`);
  if (param('client_id') !== clientId || !desk.behaviour().hasApplication)
    return wrong(700_016, 'Application not found.');
  if (!redirectUris.includes(param('redirect_uri'))) return wrong(50_011, 'Redirect mismatch.');
  const refuse = (error: string, code: number): Response =>
    back(param('redirect_uri'), {
      error,
      error_description: described(code),
      state: param('state'),
    });
  if (param('response_mode') !== 'fragment' || param('code_challenge_method') !== 'S256')
    return refuse('invalid_request', 900_144);
  const chosen = personOf(directory, param('faked_account'));
  const isSilent = param('prompt') === 'none';
  const { challenge, hasFrameCookies, isPersonNeeded } = desk.behaviour();
  const seen = isSilent && !hasFrameCookies ? '' : cookie;
  const known = chosen === undefined ? ledger.session(seen) : signedIn(chosen, desk);
  if (known === undefined) {
    return isSilent ? refuse('login_required', 50_058) : accounts(url, directory, tenant);
  }
  const isMet = !isPersonNeeded && holdsClaims(param('claims'), challenge);
  if (challenge !== null && !isMet && isSilent) return refuse('interaction_required', 50_076);
  if (!hasConsentFor(param('scope'), desk.behaviour()))
    return refuse(isSilent ? 'consent_required' : 'access_denied', 65_001);
  if (objectIdIn(known.person, tenant) === undefined) return refuse('access_denied', 50_020);
  if (!isSilent && param('prompt') === 'select_account' && chosen === undefined)
    return accounts(url, directory, tenant);
  const cookieSet = chosen === undefined ? undefined : cookieOf(ledger.signIn(known));
  return back(param('redirect_uri'), codeAnswer(url, tenant, known, desk), cookieSet);
}

const hasConsentFor = (scope: string, { hasConsent, hasStorageConsent }: Behaviour): boolean =>
  hasConsent && (hasStorageConsent || resourceIn(scope) !== STORAGE);

function signedIn(person: Person, { now }: Desk): Session {
  return { person, signedInAt: now() };
}

/** The answer that holds a code. */
function codeAnswer(
  { searchParams }: URL,
  tenant: string,
  session: Session,
  { directory, ledger, now }: Desk,
): Readonly<Record<string, string>> {
  const param = (name: string): string => searchParams.get(name) ?? '';
  const { clientId } = directory.registration;
  const code = ledger.promise({
    grant: {
      ...session,
      // A new code starts a new day, also one that the browser's cookie alone has got.
      signedInAt: now(),
      tenant,
      clientId,
      scope: param('scope'),
      nonce: param('nonce'),
    },
    redirectUri: param('redirect_uri'),
    challenge: param('code_challenge'),
  });
  const { oid, homeTenant } = session.person;
  const info = JSON.stringify({ uid: oid, utid: homeTenant });
  return {
    code,
    client_info: Buffer.from(info, 'utf8').toString('base64url'),
    state: param('state'),
    session_state: oid,
  };
}

const personOf = ({ people }: Directory, username: string): Person | undefined =>
  people.find((one) => one.username === username);

/** The page on which an account is chosen: the same address, with the account named. */
function accounts(url: URL, { people }: Directory, tenant: string): Response {
  const links = people
    .filter((person) => objectIdIn(person, tenant) !== undefined)
    .map(({ username, name }) => {
      const chosen = new URLSearchParams(url.searchParams);
      chosen.set('faked_account', username);
      const address = `${url.pathname}?${String(chosen)}`.replaceAll('&', '&amp;');
      return `<li><a href="${address}">${name} (${username})</a></li>`;
    });
  return page('Pick an account', `<ul>${links.join('')}</ul>`);
}

const wrong = (code: number, words: string): Response =>
  page('Sorry, but we’re having trouble signing you in.', `<p>AADSTS${code}: ${words}</p>`, 400);

/**
 * `POST /{tenant}/oauth2/v2.0/token`: tokens for a code, once and with its verifier, or for a refresh
 * token. A new refresh token ends when the first one would have.
 */
function redeem(form: URLSearchParams, desk: Desk): Response {
  const { behaviour, directory } = desk;
  const { challenge, hasApplication, isPersonNeeded, isRefusing } = behaviour();
  const param = (name: string): string => form.get(name) ?? '';
  if (param('client_id') !== directory.registration.clientId || !hasApplication)
    return refused('unauthorized_client', 700_016);
  if (isRefusing) return refused('invalid_grant', 50_173);
  const isRenewal = param('grant_type') === 'refresh_token';
  const isMet = holdsClaims(param('claims'), challenge) && !(isRenewal && isPersonNeeded);
  const resource = param('scope') === '' ? '' : resourceIn(param('scope'));
  if (resource === undefined) return refused('invalid_resource', 500_011);
  if (resource === STORAGE && !behaviour().hasStorageConsent)
    return refused('invalid_grant', 65_001, { suberror: 'consent_required' });
  if (challenge !== null && !isMet)
    return refused('interaction_required', 50_076, { suberror: 'basic_action', claims: challenge });
  switch (param('grant_type')) {
    case 'authorization_code':
      return forCode(param, desk);
    case 'refresh_token':
      return forRefreshToken(param, desk);
    default:
      return refused('unsupported_grant_type', 70_003);
  }
}

type Param = (name: string) => string;

function forCode(param: Param, desk: Desk): Response {
  const promised = desk.ledger.redeem(param('code'));
  if (promised === undefined) return refused('invalid_grant', 54_005);
  if (promised.redirectUri !== param('redirect_uri')) return refused('invalid_grant', 500_112);
  if (promised.challenge !== challengeOf(param('code_verifier')))
    return refused('invalid_grant', 501_481);
  return granted(promised.grant, param('scope'), desk);
}

function forRefreshToken(param: Param, desk: Desk): Response {
  const grant = desk.ledger.renew(param('refresh_token'), desk.now());
  if (grant === undefined) return refused('invalid_grant', 70_000);
  // What Entra answers when the day of a single-page application is over.
  if (grant === 'ended') return refused('invalid_grant', 700_084);
  return granted(grant, param('scope'), desk);
}

/** A refresh token is good for every resource: the scope of the request decides, else that of the sign-in. */
function granted(grant: Grant, scope: string, { ledger, now }: Desk): Response {
  const wanted = scope === '' ? grant : { ...grant, scope };
  return shared(tokensOf(wanted, ledger.refreshToken(grant), now()));
}

/** The challenge that belongs to a verifier (RFC 7636, S256). */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** Whether a claims parameter asks for all that a challenge names; the library adds its own to it. */
function holdsClaims(claims: string, challenge: string | null): boolean {
  return challenge === null || holds(parsed(claims), parsed(challenge));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function holds(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  const values = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => holds(values.get(name), value));
}

/** Any page may read what the token endpoint answers: an application in a browser has no secret. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Cache-Control': 'no-store',
};

const shared = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: SHARED });

const preflight = (): Response => new Response(null, { status: 204, headers: SHARED });

/** What Entra says of an error: its number, and the ids under which Microsoft finds the request. */
const described = (code: number): string =>
  `AADSTS${code}: Refused by the faked Entra. Trace ID: 7e57ab1e-0000-4000-8000-00000000beef ` +
  `Correlation ID: c0441a7e-0000-4000-8000-00000000cafe Timestamp: 2026-11-22 12:00:00Z`;

/** A refusal of the token endpoint, with the number by which Entra tells its reasons apart. */
const refused = (
  error: string,
  code: number,
  more: Readonly<Record<string, string>> = {},
): Response =>
  shared({ error, error_description: described(code), error_codes: [code], ...more }, 400);

/** A page of Entra's own, in HTML without any script. */
const page = (title: string, body: string, status = 200): Response =>
  new Response(`<!doctype html><title>${title}</title><h1>${title}</h1>${body}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** Sends the browser to the application, with the answer in the fragment. */
function back(
  address: string,
  fragment: Readonly<Record<string, string>>,
  cookie?: string,
): Response {
  const headers = new Headers({ Location: `${address}#${String(new URLSearchParams(fragment))}` });
  if (cookie !== undefined) headers.set('Set-Cookie', cookie);
  return new Response(null, { status: 302, headers });
}
