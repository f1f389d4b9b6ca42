import { createContext } from 'react';

/** Why fields hold what they do without the person's doing, by the names of the fields. */
export const SuggestedContext = createContext<ReadonlyMap<string, string>>(new Map());
