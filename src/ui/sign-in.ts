import { createContext } from 'react';

/** What a page can do about a sign-in that has ended. */
export interface SignIn {
  /** Leaves the page for the sign-in, and comes back to it. */
  readonly again: () => void;
  /** Whether the page has started with a sign-in since a moment in epoch milliseconds; no moment: no. */
  readonly isDoneSince: (at: number | undefined) => boolean;
}

/** The sign-in of this page; null before there is a session. */
export const SignInContext = createContext<SignIn | null>(null);
