import type { AuthenticationResult, SilentRequest } from '@azure/msal-browser';
import { SIGN_IN_ORIGIN } from '#src/api/arm/hosts.ts';
import { entraHttp } from '#src/api/arm/entra-http.ts';
import type { EntraLibrary } from '#src/api/arm/sign-in.ts';
import { SCOPE, type Token, type TokenRequest } from '#src/api/arm/token.ts';
import { machineNow } from '#src/lib/clock.ts';
import { loadCode } from '#src/lib/load.ts';

/** Milliseconds that a token is taken to be good for when MSAL does not say. */
const SHORT_LIFE_MS = 5 * 60_000;

export interface Registration {
  readonly clientId: string;
  readonly tenantId: string;
}

/**
 * The sign-in library, with what is used of it. It keeps its tokens in session storage. `onRefreshToken`
 * is given the seconds that a new refresh token is good for.
 */
export async function loadMsal(
  { clientId, tenantId }: Registration,
  onRefreshToken: (seconds: number) => void,
): Promise<EntraLibrary> {
  // A file of its own: the library is larger than the page, and no budget of ours holds it.
  const { CacheLookupPolicy, PublicClientApplication } = await loadCode(
    () => import('@azure/msal-browser'),
  );
  const redirectUri = `${location.origin}/redirect.html`;
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
  }: Omit<SilentRequest, 'scopes' | 'account'> & Pick<TokenRequest, 'scope'>): Promise<Token> =>
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

function tokenIn({ accessToken, expiresOn }: AuthenticationResult): Token {
  return {
    token: accessToken,
    expiresOnTimestamp: expiresOn?.getTime() ?? machineNow() + SHORT_LIFE_MS,
  };
}
