import { createContext } from 'react';

/** Lets the person sign in again, which leaves the page and comes back to it; null before there is a session. */
export const SignInContext = createContext<(() => void) | null>(null);
