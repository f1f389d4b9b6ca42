import { useQueries } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { Job } from '#src/model/job.ts';
import type { RowRange } from '#src/ui/grid/use-row-range.ts';

/** Follows the running jobs in view, as often as the budget of reads allows; their cells draw them. */
export function useLiveRows(rowAt: (index: number) => Job | undefined, range: RowRange): void {
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    rowAt(range.first + at),
  );
  const running = rows.filter((job) => job?.status === 'inProgress' && job.id !== '');
  useQueries({
    queries: running.flatMap((job) => (job === undefined ? [] : [jobQuery(job.id)])),
    // What is read concerns a cell alone: the page is not drawn again for it.
    combine: nothing,
  });
}

const nothing = () => null;
