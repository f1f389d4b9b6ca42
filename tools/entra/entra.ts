import { page, preflight } from './answers.ts';
import { authorize, COOKIE, type Desk } from './authorize.ts';
import { type Behaviour, WELL } from './behaviour.ts';
import type { Directory } from './directory.ts';
import { newLedger } from './ledger.ts';
import { redeem } from './redeem.ts';

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
