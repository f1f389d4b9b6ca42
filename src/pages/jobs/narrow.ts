import type { Job } from '#src/model/job.ts';
import type { JobFilter, JobOrder, JobSort } from '#src/model/job-list.ts';

/** What Azure's own list of the secondary region cannot do: search, several states, and an order. */
export function narrowed(
  jobs: readonly Job[],
  { search, statuses }: Pick<JobFilter, 'search' | 'statuses'>,
  { by, isDescending }: JobOrder,
): readonly Job[] {
  const text = search.toLowerCase();
  const states: readonly string[] = statuses;
  const direction = isDescending ? -1 : 1;
  return jobs
    .filter(({ status }) => states.length === 0 || states.includes(status))
    .filter(
      ({ itemName, name }) =>
        itemName.toLowerCase().includes(text) || name.toLowerCase().startsWith(text),
    )
    .toSorted((a, b) => direction * compared(VALUE[by](a), VALUE[by](b)) || compared(a.id, b.id));
}

const VALUE: Readonly<Record<JobSort, (job: Job) => string | number>> = {
  started: ({ startedAt }) => startedAt ?? 0,
  status: ({ status }) => status,
  instance: ({ itemName }) => itemName.toLowerCase(),
  operation: ({ operation }) => operation,
  vault: ({ vaultName }) => vaultName.toLowerCase(),
  duration: ({ durationMs }) => durationMs ?? 0,
};

function compared(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
