/** A token, and until when it is good, in epoch milliseconds. */
export interface Token {
  token: string;
  expiresOnTimestamp: number;
  /** It can be replaced as soon as it is refused, however young it is. */
  readonly isRenewable?: boolean;
}

/** What is particular about the next token. */
export interface TokenRequest {
  /** What it is for; missing: Azure Resource Manager. */
  readonly scope?: string | undefined;
  /** Claims of a challenge, as JSON. */
  readonly claims?: string | undefined;
  /** Azure has refused the token that was got last, and a page can't read why. */
  readonly isRefused?: boolean | undefined;
}

/** Where tokens come from; the pipeline asks whenever it needs one. */
export interface TokenSource {
  getToken(scopes: string | string[], options?: TokenRequest): Promise<Token | null>;
  /** Remembers the claims of a challenge for the next sign-in. */
  readonly noteClaims?: (claims: string) => void;
  /** Leaves the page for the sign-in, and comes back to the same address. */
  readonly signInAgain?: () => Promise<void>;
}

/** What a token is for. */
export const SCOPE = 'https://management.azure.com/.default';

/** What a token is for that reads blobs (Storage, authorize with Microsoft Entra ID). */
export const STORAGE_SCOPE = 'https://storage.azure.com/user_impersonation';

/** What signs, once it is known: whatever is signed before that waits for it. */
export function tokensOf(source: Promise<TokenSource>): TokenSource & {
  readonly signInAgain: () => Promise<void>;
} {
  return {
    getToken: async (scopes, options) => (await source).getToken(scopes, options),
    noteClaims: (claims) => void source.then(({ noteClaims }) => noteClaims?.(claims)),
    signInAgain: async () => (await source).signInAgain?.(),
  };
}
