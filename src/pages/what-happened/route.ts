import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Datasource, WhatHappened } from '#src/datasources/datasource.ts';
import { codeOf, DATASOURCES } from '#src/datasources/registry.ts';

/** Whatever stands there, as text: the router reads figures as numbers. */
const text = z.catch(z.optional(z.coerce.string()), undefined);

/** Every answer of the page; what a word in them means is read by the datasource that asks. */
const search = z.object({ what: text, instance: text, before: text });
type WhatHappenedSearch = z.infer<typeof search>;

/** From what happened to a restore option. */
export const whatHappenedPage = {
  path: '/what-happened',
  search,
  load: async (
    queries: QueryClient,
    address: WhatHappenedSearch,
  ): Promise<ReadonlyMap<string, WhatHappened>> => {
    const all = new Map(await Promise.all([...DATASOURCES.values()].flatMap(loaded)));
    for (const { warm } of all.values()) warm(queries, address);
    return all;
  },
} as const;

function loaded(entry: Datasource): Promise<readonly [string, WhatHappened]>[] {
  const { id, whatHappened: load } = entry;
  return load === undefined ? [] : [codeOf(entry, load).then((part) => [id, part])];
}
