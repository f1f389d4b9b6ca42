import { queryOptions } from '@tanstack/react-query';
import { listRestores } from '#src/api/commvault/jobs/list.ts';
import { getTask } from '#src/api/commvault/jobs/ops.ts';
import { placedVm } from '#src/api/commvault/queries/session.ts';
import { RANGE_MS } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Lists don't name the VM of a restore, so each is one more read. */
const MOST = 10;

/** How long the latest restores of a VM took that completed in the last seven days, in milliseconds. */
export const pastRestoresQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault past restores', id],
    queryFn: async ({ signal }): Promise<readonly number[]> => {
      const { serve, place } = placedVm(id);
      const { host, name: guid } = place;
      const all = await listRestores(serve, { host, withinS: RANGE_MS['7d'] / 1000 }, signal);
      const newest = all
        .filter(({ status }) => status === 'completed')
        .toSorted((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0))
        .slice(0, MOST);
      const read = newest.map(async ({ number, durationMs }) => {
        const task = await getTask(serve, { host, name: number }, signal);
        return task.guid === guid && durationMs !== null ? [durationMs] : [];
      });
      return (await Promise.all(read)).flat();
    },
  });
