import { type Exporting, useExport } from '#src/api/queries/export.tsx';
import { jobPages } from '#src/api/queries/jobs.ts';
import { type Paged, usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/job.ts';
import { jobsCsv } from '#src/pages/jobs/csv.ts';
import { useLiveRows } from '#src/pages/jobs/use-live-rows.ts';
import type { JobsWanted } from '#src/pages/jobs/search.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { saveFile } from '#src/ui/save-file.ts';

export interface JobListRead {
  readonly list: Paged<Job>;
  /** Told which rows are in view. */
  readonly onRange: (first: number, last: number) => void;
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
  readonly csv: Exporting<Job>['bar'];
  readonly onExport: () => void;
}

/** The jobs in view, and the file of all of them. */
export function useJobList({ filter, order }: JobsWanted): JobListRead {
  const [range, onRange] = useRowRange();
  const pages = jobPages(filter, order);
  const list = usePaged(pages, range);
  useLiveRows(list.rowAt, range);
  const csv = useExport<Job>((rows) => saveFile(words.csv.fileName, 'text/csv', jobsCsv(rows)));
  return {
    list,
    onRange,
    readAt: oldestReadAt(list.pages.map(({ key }) => key)),
    csv: csv.bar,
    onExport: () => csv.start(pages.read),
  };
}
