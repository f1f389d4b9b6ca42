import type { AcceptedQueryOf, Datasource } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { loadOnce } from '#src/lib/load-once.ts';

/** The code of each datasource. */
export const LOADS = loadOnce<Datasource>((id) => DATASOURCES.get(id)?.load);

/** How each follows its accepted requests. */
export const FOLLOWS = loadOnce<AcceptedQueryOf>((id) => DATASOURCES.get(id)?.acceptedQuery);
