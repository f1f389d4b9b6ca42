import { now } from '#src/lib/clock.ts';
import { SCOPE, type TokenSource } from '#src/api/arm/token.ts';

/** Milliseconds that a token is taken to be good for when MSAL does not say. */
const SHORT_LIFE_MS = 5 * 60_000;

export interface Registration {
  readonly clientId: string;
  readonly tenantId: string;
}

/** Tokens, and the account that they are of; null while the page is left for the sign-in. */
export interface SignedIn extends TokenSource {
  readonly account: { readonly tenantId: string; readonly accountId: string } | null;
}

/**
 * Signs the person in by Microsoft Entra and gives tokens for Azure Resource Manager. Leaves the
 * page for the sign-in and comes back to the same address. MSAL keeps the tokens in session storage.
 */
export async function signIn({ clientId, tenantId }: Registration): Promise<SignedIn> {
  // A file of its own: the library is larger than the page, and no budget of ours holds it.
  const { PublicClientApplication } = await import('@azure/msal-browser');
  const app = new PublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: `${location.origin}/redirect.html`,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await app.initialize();
  const back = await app.handleRedirectPromise();
  const account = back?.account ?? app.getAllAccounts()[0];
  if (account === undefined) {
    await app.loginRedirect({ scopes: [SCOPE] });
    return { account: null, getToken: () => Promise.resolve(null) };
  }
  return {
    account: { tenantId: account.tenantId, accountId: account.homeAccountId },
    getToken: async (_scopes, options) => {
      const request = { scopes: [SCOPE], account, claims: options?.claims };
      const result = await app.acquireTokenSilent(request);
      return {
        token: result.accessToken,
        expiresOnTimestamp: result.expiresOn?.getTime() ?? now() + SHORT_LIFE_MS,
      };
    },
    signInAgain: () => app.acquireTokenRedirect({ scopes: [SCOPE], account }),
  };
}
