import {
  type CameBack,
  type EntraLibrary,
  type SignInLeaving,
  signInMemory,
  type SignInMemory,
  type SilentTokens,
} from '#src/api/arm/sign-in.ts';
import type { Account } from '#src/api/arm/sign-in-state.ts';
import type { AccessToken } from '#src/api/arm/pipeline.ts';

/** What tests of the sign-in need in place of the library and the browser's storage. */

/** An error as the library throws it. */
export const entraError = (errorCode: string, more: Readonly<Record<string, string>> = {}): Error =>
  Object.assign(new Error(errorCode), { errorCode, errorMessage: errorCode, ...more });

export const tokenNamed = (token: string, expiresOnTimestamp = 9e15): AccessToken => ({
  token,
  expiresOnTimestamp,
});

/** A request for a token that fails by a code. */
const failing = (code: string) => async (): Promise<never> => {
  throw entraError(code);
};

/** Both kinds of silent tokens: each gives a token of its own name, or fails by a code. */
export function testSilent(codes: { readonly refresh?: string; readonly frame?: string } = {}): {
  readonly silent: SilentTokens;
  readonly tried: string[];
} {
  const tried: string[] = [];
  const tokens = (name: string, code: string | undefined) => async (): Promise<AccessToken> => {
    tried.push(name);
    return code === undefined ? tokenNamed(name) : failing(code)();
  };
  const silent = {
    byRefreshToken: tokens('refresh', codes.refresh),
    byFrame: tokens('frame', codes.frame),
  };
  return { silent, tried };
}

export const ADA: Account = {
  name: 'Ada',
  username: 'ada@contoso.example',
  tenantId: 'tenant-1',
  accountId: 'ada.tenant-1',
};

/** A library of a tab; it leaves by going nowhere, and says how it did. */
export function testLibrary(
  silent: SilentTokens,
  {
    account = ADA,
    comeBack = async () => null,
  }: {
    readonly account?: Account | null;
    readonly comeBack?: () => Promise<CameBack | null>;
  } = {},
): { readonly library: EntraLibrary; readonly left: SignInLeaving[] } {
  const left: SignInLeaving[] = [];
  const library: EntraLibrary = {
    ...silent,
    comeBack,
    account: () => account,
    leave: async (how) => {
      left.push(how);
    },
    signOut: async () => undefined,
    forget: async () => undefined,
  };
  return { library, left };
}

/** The memory of a tab that has just been opened. */
export function testMemory(): SignInMemory {
  const entries = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
    removeItem: (key) => void entries.delete(key),
  };
  return signInMemory(() => storage);
}
