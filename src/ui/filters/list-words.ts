import { countText } from '#src/lib/format.ts';
import type { EmptyStateProps } from '#src/ui/states.tsx';

interface Words {
  readonly search: string;
  readonly none: string;
  readonly noneFit: string;
  readonly noneFitSearched: (search: string) => string;
  readonly count: (total: number, text: string, search: string) => string;
}

/** A text or a list of values; an empty one narrows nothing. */
interface Sized {
  readonly length: number;
}

interface ListWords {
  readonly search: { readonly label: string; readonly value: string };
  readonly empty: () => EmptyStateProps;
  readonly count: (total: number) => string;
}

/** What a list says of its filter: how many rows fit, or that none does. */
export function listWords<Filter extends { readonly search: string }>(
  words: Words,
  filter: Filter & Readonly<Partial<Record<keyof Filter, Sized>>>,
): ListWords {
  const { search } = filter;
  const values = Object.values<Sized | undefined>(filter);
  const isFiltered = values.some((one) => one !== undefined && one.length > 0);
  return {
    search: { label: words.search, value: search },
    empty: () =>
      isFiltered
        ? { title: words.noneFit, children: words.noneFitSearched(search) }
        : { title: words.none },
    count: (total) => words.count(total, countText(total), search),
  };
}
