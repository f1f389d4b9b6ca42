/** A token, and until when it is good, in epoch milliseconds. */
export interface Token {
  token: string;
  expiresOnTimestamp: number;
}

/** Where tokens come from; the pipeline asks whenever it needs one. */
export interface TokenSource {
  getToken(
    scopes: string | string[],
    options?: { readonly claims?: string },
  ): Promise<Token | null>;
  /** Leaves the page for the sign-in, and comes back to the same address. */
  readonly signInAgain?: () => Promise<void>;
}

/** What a token is asked for. */
export const SCOPE = 'https://management.azure.com/.default';
