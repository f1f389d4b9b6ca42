import { newListeners } from '#src/lib/listeners.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/** Who is signed in, as Microsoft Entra names them. */
export interface Account {
  readonly name: string;
  readonly username: string;
  readonly tenantId: string;
  /** Tells the accounts of one tenant apart. */
  readonly accountId: string;
}

/** How long the sign-in still renews itself. */
export type SignInStatus =
  | { readonly kind: 'good' }
  /** The person is needed before that moment. */
  | { readonly kind: 'endsSoon'; readonly endsAt: Instant }
  /** Nothing can be sent any more before the person has signed in. */
  | { readonly kind: 'ended' }
  /** The browser did not get to the sign-in page. */
  | { readonly kind: 'notReached' };

/** A live sign-in, for the frame around every page. */
export interface SignedIn {
  readonly account: Account;
  /** When the page started with it. */
  readonly since: Instant;
  /** Ends the session at Microsoft Entra, and comes back to a page that says so. */
  readonly signOut: () => Promise<void>;
}

const GOOD: SignInStatus = { kind: 'good' };

let signedIn: SignedIn | null = null;
let status: SignInStatus = GOOD;
const listeners = newListeners();

/** Makes the sign-in known, once, before the application is drawn. */
export function beginSignIn(given: SignedIn): void {
  signedIn = given;
}

/** Who is signed in; null in a demo, which signs in no one. */
export function signedInHere(): SignedIn | null {
  return signedIn;
}

/** Whether this page has started with a sign-in since a moment in epoch milliseconds; no moment: no. */
export function isSignedInSince(at: number | undefined): boolean {
  return signedIn !== null && at !== undefined && at < signedIn.since;
}

/** The same object until it changes. */
export function signInStatus(): SignInStatus {
  return status;
}

export function setSignInStatus(next: SignInStatus): void {
  if (next.kind === status.kind && next.kind !== 'endsSoon') return;
  status = next;
  listeners.tell();
}

/** Calls back after every change of the status. Returns the way to stop. */
export const onSignInStatus = listeners.listen;

/** What this tab remembers of its sign-in while it is away at Microsoft Entra's page. */
export interface SignInMemory {
  /** Whether the browser stores anything for this site: without that no sign-in comes to its end. */
  readonly isUsable: () => boolean;
  /** When the tab last left for the sign-in; null: it never did, or has come back with an account. */
  readonly leftAt: () => Instant | null;
  readonly noteLeaving: (at: Instant | null) => void;
  /** Until when sign-in renews itself; null: Entra has not said. */
  readonly endsAt: () => Instant | null;
  readonly noteEnd: (at: Instant) => void;
  /** Whether the person chose to sign out. */
  readonly isSignedOut: () => boolean;
  readonly noteSignedOut: (isSignedOut: boolean) => void;
}

const PREFIX = 'restore-center.sign-in.';
const LEFT_AT = `${PREFIX}left-at`;
const ENDS_AT = `${PREFIX}ends-at`;
const SIGNED_OUT = `${PREFIX}signed-out`;

/** The memory of a tab, in a storage such as `sessionStorage`; a getter, since it may throw. */
export function signInMemory(storage: () => Storage): SignInMemory {
  const read = (key: string): string | null => quietly(() => storage().getItem(key)) ?? null;
  const write = (key: string, text: string | null): void => {
    quietly(() => (text === null ? storage().removeItem(key) : storage().setItem(key, text)));
  };
  const readInstant = (key: string): Instant | null => {
    const ms = Number(read(key) ?? Number.NaN);
    return Number.isFinite(ms) ? instant(ms) : null;
  };
  return {
    isUsable: () => {
      write(`${PREFIX}probe`, 'stored');
      const isStored = read(`${PREFIX}probe`) === 'stored';
      write(`${PREFIX}probe`, null);
      return isStored;
    },
    leftAt: () => readInstant(LEFT_AT),
    noteLeaving: (at) => write(LEFT_AT, at === null ? null : String(at)),
    endsAt: () => readInstant(ENDS_AT),
    noteEnd: (at) => write(ENDS_AT, String(at)),
    isSignedOut: () => read(SIGNED_OUT) !== null,
    noteSignedOut: (isSignedOut) => write(SIGNED_OUT, isSignedOut ? 'true' : null),
  };
}

/** Nothing is stored, and nothing read, where the browser forbids it. */
function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
