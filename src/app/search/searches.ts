import type { DatasourceSearch, Datasource } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { loadCode } from '#src/lib/load.ts';
import { searchResults } from '#src/strings/search.ts';

/** A datasource with its search. */
export interface OwnSearch {
  readonly id: string;
  /** Its value of `datasource` in the address of the list; left out: the list shows it anyway. */
  readonly word?: string;
  readonly search: DatasourceSearch;
}

/** The searches of all datasources. One that does not load is loaded again by each search. */
export const searches: Promise<readonly OwnSearch[]> = Promise.all(
  [...DATASOURCES.values()].map(async (entry, index) => ({
    id: entry.id,
    ...(index === 0 ? {} : { word: entry.word }),
    search: await loadCode(entry.search).catch(() => notLoaded(entry)),
  })),
);

function notLoaded({ name, search }: Datasource): DatasourceSearch {
  return {
    words: searchResults.notLoaded(name),
    find: async (...wanted) => (await loadCode(search)).find(...wanted),
  };
}
