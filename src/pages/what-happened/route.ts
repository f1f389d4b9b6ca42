import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { machineFromAddress } from '#src/api/arm/address.ts';
import { instanceQuery, recoveryPointsQuery } from '#src/api/queries/instances.ts';
import { warm } from '#src/api/queries/warm.ts';

/** Whatever stands there, as text: the router reads figures as numbers. */
const text = z.catch(z.optional(z.coerce.string()), undefined);

/** Every choice of the page; what a word in them means is read by the page, which also says when it means nothing. */
const search = z.object({ what: text, instance: text, before: text });
export type WhatHappenedSearch = z.infer<typeof search>;

/** From the trouble to the way back. */
export const whatHappened = {
  path: '/what-happened',
  search,
  load: (queries: QueryClient, { instance }: WhatHappenedSearch) => {
    const id = instance === undefined ? null : machineFromAddress(instance);
    if (id === null) return;
    warm(queries, instanceQuery(id));
    warm(queries, recoveryPointsQuery(id));
  },
} as const;
