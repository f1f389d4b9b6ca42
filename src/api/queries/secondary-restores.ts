import { queryOptions } from '@tanstack/react-query';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import { loadCode } from '#src/lib/load.ts';
import type { Job } from '#src/model/jobs.ts';

/** The restores to secondary regions over all vaults, which no list over all vaults holds. */
export interface SecondaryRestores {
  /** Those that started in the last seven days, the newest first. */
  readonly jobs: readonly Job[];
  /** Vaults with Cross Region Restore whose list wasn't read, by name. */
  readonly unread: readonly string[];
}

export const secondaryRestoresQuery = () =>
  queryOptions({
    queryKey: ['secondary restores'],
    queryFn: async ({ client, signal }): Promise<SecondaryRestores> => {
      // Overview is there before what only this list needs.
      const { readSecondaryRestores } = await loadCode(
        () => import('#src/api/queries/read-secondary-restores.ts'),
      );
      return readSecondaryRestores(client, signal);
    },
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
