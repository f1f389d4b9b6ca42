import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listInstancePage } from '#src/api/recovery-services/items.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';

/** The first machines with a text in their name, and how many there are in all. */
export const machinesNamedQuery = (text: string, most: number) =>
  queryOptions({
    queryKey: ['machines named', text.toLowerCase(), most],
    queryFn: ({ signal }) =>
      listInstancePage(
        session(),
        { filter: { ...EVERYTHING, search: text }, order: BY_NAME, start: { skip: 0 }, top: most },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
