import { createContext, use } from 'react';
import { useTextBeside } from '#src/ui/hooks.ts';

/** What a page says of its list that no row says: what the list lacks, or holds only in part. */
interface Caveats {
  /** Keeps a text for as long as it's shown. Returns a function that drops it. */
  readonly add: (text: string) => () => void;
  /** The texts that are shown now, each once. */
  readonly shown: () => readonly string[];
}

/** The caveats of one page. */
export function caveatsOfPage(): Caveats {
  const texts = new Map<symbol, string>();
  return {
    add: (text) => {
      const id = Symbol();
      texts.set(id, text);
      return () => void texts.delete(id);
    },
    shown: () => [...new Set(texts.values())],
  };
}

/** Those of the page around; outside a list no file uses them. */
export const CaveatsContext = createContext<Caveats>(caveatsOfPage());

/** Tells the list's file what is shown beside the list. Null: nothing is. */
export function useCaveat(text: string | null): void {
  useTextBeside(text, use(CaveatsContext).add);
}
