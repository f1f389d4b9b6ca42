import { back, described, page } from './answers.ts';
import type { Behaviour } from './behaviour.ts';
import { holdsClaims } from './claims.ts';
import { type Directory, objectIdIn, type Person } from './directory.ts';
import type { Ledger, Session } from './ledger.ts';
import { resourceIn, STORAGE } from './tokens.ts';

/** What the authorization endpoint works with. */
export interface Desk {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly behaviour: () => Behaviour;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The name of the cookie by which Entra knows a browser again. */
export const COOKIE = 'ESTSAUTH';

/** A frame of another site gets it, where the browser lets it have cookies at all. */
const cookieOf = (value: string): string =>
  `${COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=None`;

/**
 * `GET /{tenant}/oauth2/v2.0/authorize`: a code for who is signed in, Entra's own page to choose an
 * account, or an error in the fragment. What is wrong with the application itself is a page of Entra:
 * an address that is not registered is never gone to.
 */
export function authorize(url: URL, tenant: string, cookie: string, desk: Desk): Response {
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
  return back(param('redirect_uri'), granted(url, tenant, known, desk), cookieSet);
}

const hasConsentFor = (scope: string, { hasConsent, hasStorageConsent }: Behaviour): boolean =>
  hasConsent && (hasStorageConsent || resourceIn(scope) !== STORAGE);

function signedIn(person: Person, { now }: Desk): Session {
  return { person, signedInAt: now() };
}

/** The answer that holds a code. */
function granted(
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
