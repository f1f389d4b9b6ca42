import { newListeners } from '#src/lib/listeners.ts';
import type { Instant } from '#src/lib/time.ts';

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
