import { useQueries } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { isRestore, type Job } from '#src/model/jobs.ts';
import type { RowRange } from '#src/lib/list.ts';

/**
 * Follows the running jobs in view, as often as the budget of reads allows, and reads restores that have
 * ended once; their cells draw them.
 */
export function useLiveRows(rowAt: (index: number) => Job | undefined, range: RowRange): void {
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    rowAt(range.first + at),
  );
  useQueries({
    queries: rows.flatMap((job) => (job === undefined || job.id === '' ? [] : readsOf(job))),
    // What is read concerns a cell alone: the page is not drawn again for it.
    combine: nothing,
  });
}

function readsOf(job: Job) {
  if (job.status === 'inProgress') return [jobQuery(job.id)];
  return isRestore(job) ? [{ ...jobQuery(job.id), staleTime: Infinity }] : [];
}

const nothing = () => null;
