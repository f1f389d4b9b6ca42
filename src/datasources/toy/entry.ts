import { isToyId } from '#src/api/toy/id.ts';
import type { Entry } from '#src/datasources/entry.ts';
import { toyName } from '#src/strings/toy/name.ts';

/**
 * A shelf of toys: what a datasource of another vendor needs, for tests. Only the toy build has it; the
 * bundler drops what is loaded lazily only where the condition is beside it.
 */
export const toy: readonly Entry[] =
  typeof __TOY__ !== 'undefined' && __TOY__
    ? [
        {
          id: 'toy',
          name: toyName,
          serviceName: toyName,
          word: 'toy',
          owns: isToyId,
          jobSource: async () => (await import('#src/api/toy/queries/job-source.ts')).toyJobs,
          load: async () => (await import('#src/datasources/toy/index.ts')).toy,
          connection: async () =>
            (await import('#src/datasources/toy/connection/ConnectionSettings.tsx'))
              .ConnectionSettings,
          acceptedQuery: async () => (await import('#src/datasources/toy/follow.ts')).acceptedQuery,
          lists: async () => (await import('#src/datasources/toy/lists.ts')).lists,
          instancePage: async () =>
            (await import('#src/datasources/toy/instance.tsx')).instancePage,
          jobSpec: async () => (await import('#src/datasources/toy/job.ts')).toyJob,
          machines: async () => (await import('#src/datasources/toy/machines.ts')).machines,
          search: async () => (await import('#src/datasources/toy/search.ts')).search,
        },
      ]
    : [];
