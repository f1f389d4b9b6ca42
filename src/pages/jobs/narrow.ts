import { sortedBy } from '#src/lib/list.ts';
import type { Job, JobFilter, JobOrder, JobSort } from '#src/model/jobs.ts';

/** What Azure's own list of the secondary region cannot do: search, several states, and an order. */
export function narrowed(
  jobs: readonly Job[],
  { search, statuses }: Pick<JobFilter, 'search' | 'statuses'>,
  { by, isDescending }: JobOrder,
): readonly Job[] {
  const text = search.toLowerCase();
  const states: readonly string[] = statuses;
  const rows = jobs
    .filter(({ status }) => states.length === 0 || states.includes(status))
    .filter(
      ({ itemName, name }) =>
        itemName.toLowerCase().includes(text) || name.toLowerCase().startsWith(text),
    );
  return sortedBy(rows, VALUE[by], isDescending);
}

const VALUE: Readonly<Record<JobSort, (job: Job) => string | number>> = {
  started: ({ startedAt }) => startedAt ?? 0,
  status: ({ status }) => status,
  instance: ({ itemName }) => itemName.toLowerCase(),
  operation: ({ operation }) => operation,
  vault: ({ vaultName }) => vaultName.toLowerCase(),
  duration: ({ durationMs }) => durationMs ?? 0,
};
