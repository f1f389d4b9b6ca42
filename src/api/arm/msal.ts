import type { AuthenticationResult, SilentRequest } from '@azure/msal-browser';
import { entraHttp } from '#src/api/arm/entra.ts';
import { SIGN_IN_ORIGIN } from '#src/api/arm/hosts.ts';
import { type AccessToken, SCOPE, type TokenRequest } from '#src/api/arm/pipeline.ts';
import {
  type Account,
  beginSignIn,
  setSignInStatus,
  type SignInStatus,
} from '#src/api/arm/sign-in-state.ts';
import {
  type EntraLibrary,
  signInByChoice,
  signInMemory,
  type SignInMemory,
  type SignInStart,
  type SignInWorld,
  signOutOf,
  type SilentTokens,
  startSignIn,
} from '#src/api/arm/sign-in.ts';
import { ownAddress } from '#src/lib/base.ts';
import { openChannel } from '#src/lib/browser.ts';
import { machineNow, waitByTimer } from '#src/lib/clock.ts';
import { loadCode } from '#src/lib/load.ts';
import { instant } from '#src/lib/time.ts';

/** Milliseconds that a token is taken to be good for when MSAL does not say. */
const SHORT_LIFE_MS = 5 * 60_000;

interface AppRegistration {
  readonly clientId: string;
  readonly tenantId: string;
}

/**
 * The sign-in library, with what is used of it. It keeps its tokens in session storage. `onRefreshToken`
 * is given the seconds that a new refresh token is good for.
 */
export async function loadMsal(
  { clientId, tenantId }: AppRegistration,
  onRefreshToken: (seconds: number) => void,
): Promise<EntraLibrary> {
  // A file of its own: the library is larger than the page, and no budget of ours holds it.
  const { CacheLookupPolicy, PublicClientApplication } = await loadCode(
    () => import('@azure/msal-browser'),
  );
  const redirectUri = ownAddress('redirect.html');
  const app = new PublicClientApplication({
    auth: {
      clientId,
      authority: `${SIGN_IN_ORIGIN}/${tenantId}`,
      redirectUri,
      // Azure may then end a token before its time, and says with which claims it wants another.
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { networkClient: entraHttp(onRefreshToken) },
  });
  await app.initialize();
  const account = () => app.getActiveAccount() ?? app.getAllAccounts()[0] ?? null;
  const silently = async ({
    scope = SCOPE,
    ...how
  }: Omit<SilentRequest, 'scopes' | 'account'> &
    Pick<TokenRequest, 'scope'>): Promise<AccessToken> =>
    tokenIn(
      await app.acquireTokenSilent({ scopes: [scope], account: account() ?? undefined, ...how }),
    );
  return {
    comeBack: async () => {
      const back = await app.handleRedirectPromise();
      if (back === null) return null;
      // Another account may have been chosen than the one before.
      app.setActiveAccount(back.account);
      const issuedAt = back.account.idTokenClaims?.iat;
      return { issuedAt: issuedAt === undefined ? null : issuedAt * 1000 };
    },
    account: () => {
      const known = account();
      if (known === null) return null;
      const { name, username, tenantId: tenant, homeAccountId } = known;
      return { name: name ?? username, username, tenantId: tenant, accountId: homeAccountId };
    },
    byRefreshToken: async ({ scope, claims, isRefused = false }) =>
      silently({
        scope,
        claims,
        cacheLookupPolicy: isRefused
          ? CacheLookupPolicy.RefreshToken
          : CacheLookupPolicy.AccessTokenAndRefreshToken,
      }),
    byFrame: async ({ scope, claims }) =>
      silently({ scope, claims, cacheLookupPolicy: CacheLookupPolicy.Skip }),
    leave: async ({ claims, isChoice = false }) =>
      app.acquireTokenRedirect({
        scopes: [SCOPE],
        claims,
        ...(isChoice ? { prompt: 'select_account' } : { account: account() ?? undefined }),
      }),
    signOut: async () =>
      app.logoutRedirect({ account: account(), postLogoutRedirectUri: redirectUri }),
    forget: async () => app.clearCache({ account: account() }),
  };
}

function tokenIn({ accessToken, expiresOn }: AuthenticationResult): AccessToken {
  return {
    token: accessToken,
    expiresOnTimestamp: expiresOn?.getTime() ?? machineNow() + SHORT_LIFE_MS,
  };
}

/** The page needs the person so long before the sign-in ends, in milliseconds. */
const AHEAD_MS = 30 * 60_000;

interface Watch {
  readonly memory: Pick<SignInMemory, 'endsAt'>;
  readonly byFrame: SilentTokens['byFrame'];
  readonly onStatus: (status: SignInStatus) => void;
}

/**
 * Follows the end of the refresh token: half an hour before it a hidden frame is tried, which brings a new
 * one where the browser gives it cookies; elsewhere the status says that the person is needed. Resolves
 * when there is no more to do in this page.
 */
export async function watchEnd({ memory, byFrame, onStatus }: Watch): Promise<void> {
  for (;;) {
    const endsAt = memory.endsAt();
    if (endsAt === null) return;
    await waitByTimer(Math.max(0, endsAt - AHEAD_MS - machineNow()));
    const isRenewed = await byFrame({}).then(
      () => (memory.endsAt() ?? 0) > machineNow() + AHEAD_MS,
      () => false,
    );
    if (!isRenewed) {
      onStatus({ kind: 'endsSoon', endsAt });
      return;
    }
  }
}

/** What a page starts with, and how a person signs in who has to. */
interface LiveSignIn {
  readonly started: SignInStart;
  readonly signIn: () => void;
  /** Makes the sign-in known, and follows how long it lasts; once the owner of all that is stored is known. */
  readonly follow: (account: Account) => void;
}

/** Signs in by Microsoft Entra. */
export async function startLiveSignIn(registration: AppRegistration): Promise<LiveSignIn> {
  const memory = signInMemory(() => sessionStorage);
  // Without it the library fails in its own words.
  if (!memory.isUsable()) {
    return { started: STORAGE, signIn: () => location.reload(), follow: () => undefined };
  }
  const library = await loadMsal(registration, (seconds) =>
    memory.noteEnd(instant(machineNow() + seconds * 1000)),
  );
  const world: SignInWorld = { library, memory, onStatus: setSignInStatus };
  return {
    started: await startSignIn(world),
    signIn: () => void signInByChoice(world).catch(() => location.reload()),
    follow: (account) => {
      beginSignIn({ account, since: machineNow(), signOut: signOutOfAllTabs(world) });
      void watchEnd({ memory, byFrame: library.byFrame, onStatus: setSignInStatus });
    },
  };
}

/** Ends the session. Other tabs of the account forget their tokens, and show what this one comes back to. */
function signOutOfAllTabs(world: SignInWorld): () => Promise<void> {
  const channel = openChannel('signed-out');
  channel?.addEventListener('message', () => {
    world.memory.noteSignedOut(true);
    void world.library.forget().finally(() => location.reload());
  });
  return async () => {
    channel?.postMessage(null);
    await signOutOf(world);
  };
}

const STORAGE: SignInStart = { kind: 'trouble', trouble: { kind: 'storage', facts: null } };
