import { createContext, use } from 'react';
import { Marked } from '#src/ui/Marked.tsx';

/** What a list is searched for. */
export const SearchContext = createContext('');

/** A text of a row in which what the list is searched for stands out: typing renders this, and not the row. */
export function SearchMarked({ text }: { readonly text: string }) {
  return <Marked text={text} search={use(SearchContext)} />;
}
