import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { NoTokenError } from '#src/api/arm/not-sent.ts';
import { SCOPE, type Token, type TokenSource } from '#src/api/arm/token.ts';

/** A source that has a token, or says so by a {@link NoTokenError}. */
export interface TellingTokens {
  getToken(...asked: Parameters<TokenSource['getToken']>): Promise<Token>;
}

export function tellingTokens(tokens: TokenSource): TellingTokens {
  return {
    getToken: async (scopes, options) => {
      const token = await tokens.getToken(scopes, options).catch((error: unknown) => {
        throw new NoTokenError(error);
      });
      if (token === null) throw new NoTokenError(null);
      return token;
    },
  };
}

/**
 * Puts a token on what starts something, and sends it once: the library's own policy repeats a request
 * when Azure asks for a token with other claims. What Azure asked for is in the next token.
 */
export function signOnce(tokens: TellingTokens): PipelinePolicy {
  let claims: string | undefined;
  return {
    name: 'sign once',
    sendRequest: async (request, next) => {
      const { token } = await tokens.getToken(SCOPE, claims === undefined ? {} : { claims });
      request.headers.set('Authorization', `Bearer ${token}`);
      const response = await next(request);
      if (response.status === 401) claims = claimsIn(response.headers.get('WWW-Authenticate'));
      return response;
    },
  };
}

/** The claims of a challenge (azure-contract §0, what the SDKs do with an answer); undefined: it names none. */
function claimsIn(challenge: string | undefined): string | undefined {
  const encoded = /\bclaims="([^"]*)"/.exec(challenge ?? '')?.[1];
  try {
    return encoded === undefined ? undefined : atob(encoded);
  } catch {
    return undefined;
  }
}
