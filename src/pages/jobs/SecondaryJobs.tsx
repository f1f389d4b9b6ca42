import { useQuery } from '@tanstack/react-query';
import { failedRead } from '#src/api/queries/paged.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { countText } from '#src/lib/format.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { jobsCsv } from '#src/pages/jobs/csv.ts';
import { JobCommands } from '#src/pages/jobs/JobCommands.tsx';
import { JobList } from '#src/pages/jobs/JobList.tsx';
import { narrowed } from '#src/pages/jobs/narrow.ts';
import type { JobsViewProps } from '#src/pages/jobs/PrimaryJobs.tsx';
import { SecondaryFilters } from '#src/pages/jobs/SecondaryFilters.tsx';
import { useLiveRows } from '#src/pages/jobs/use-live-rows.ts';
import { jobs } from '#src/strings/jobs.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const words = jobs.secondary;

/** The jobs of one vault in its paired region: Azure has no list over all vaults for them. */
export function SecondaryJobs({ wanted, onChange }: JobsViewProps) {
  const { filter, order, ignored } = wanted;
  const vault = filter.vaults[0];
  const query = secondaryJobsQuery(vault ?? resourceId(''), filter);
  const read = useQuery({ ...query, enabled: vault !== undefined });
  const names = useRegionNames();
  const [range, onRange] = useRowRange();
  const there = read.data?.kind === 'jobs' ? read.data : null;
  const rows = narrowed(there?.jobs ?? [], filter, order);
  const rowAt = (index: number) => rows[index];
  useLiveRows(rowAt, range);
  const place = there?.place.region ?? '';
  const region = names[place.toLowerCase()] ?? place;
  const why = read.data !== undefined && read.data.kind !== 'jobs' ? read.data.kind : null;
  return (
    <>
      <JobCommands
        readAt={there === null ? null : readAt(query.queryKey)}
        onExport={there === null ? null : () => saveFile(words.fileName, 'text/csv', jobsCsv(rows))}
      />
      <SecondaryFilters filter={filter} onChange={onChange} />
      <ListTroubles
        ignored={ignored}
        failed={read.data === undefined || read.error === null ? null : failedRead(read)}
      />
      {vault === undefined && <EmptyState title={words.choose} />}
      {vault !== undefined && why !== null && (
        <EmptyState title={words[why](nameOf(vault))}>{words.otherVault}</EmptyState>
      )}
      {vault !== undefined && why === null && (
        <JobList
          key={JSON.stringify(filter)}
          wanted={wanted}
          read={read}
          count={rows.length}
          searched={words.searched(nameOf(vault), region)}
          rowAt={rowAt}
          onRange={onRange}
          onChange={onChange}
        />
      )}
      <GridFooter
        list={there?.jobs}
        count={
          there === null
            ? ''
            : words.count(
                jobs.count(rows.length, countText(rows.length), jobs.ranges[filter.range]),
                region,
              )
        }
      />
    </>
  );
}
