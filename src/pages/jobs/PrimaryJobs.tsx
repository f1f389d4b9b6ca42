import { countText } from '#src/lib/format.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { CrossRegionHint } from '#src/pages/jobs/CrossRegionHint.tsx';
import { JobCommands } from '#src/pages/jobs/JobCommands.tsx';
import { JobFilters } from '#src/pages/jobs/JobFilters.tsx';
import { JobList } from '#src/pages/jobs/JobList.tsx';
import { OneInstance } from '#src/pages/jobs/OneInstance.tsx';
import type { JobsSearch, JobsWanted } from '#src/pages/jobs/search.ts';
import { useJobList } from '#src/pages/jobs/use-job-list.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';

export interface JobsViewProps {
  readonly wanted: JobsWanted;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

/** The jobs over all vaults, in their own regions. */
export function PrimaryJobs({ wanted, onChange }: JobsViewProps) {
  const { filter } = wanted;
  const { list, onRange, readAt, csv, onExport } = useJobList(wanted);
  const total = list.first.data?.total;
  return (
    <>
      <JobCommands readAt={readAt} onExport={onExport} />
      <JobFilters filter={filter} onChange={onChange} />
      <ListTroubles ignored={wanted.ignored} failed={list.failed} csv={csv} />
      {filter.instance !== null && (
        <OneInstance
          machine={nameOf(filter.instance).split(';').at(-1) ?? ''}
          onAll={() => onChange({ instance: undefined })}
        />
      )}
      <CrossRegionHint range={filter.range} />
      <JobList
        key={JSON.stringify(filter)}
        wanted={wanted}
        read={list.first}
        count={total ?? 0}
        searched={words.searched}
        rowAt={list.rowAt}
        onRange={onRange}
        onChange={onChange}
      />
      <GridFooter
        count={
          total === undefined
            ? ''
            : words.count(total, countText(total), words.ranges[filter.range])
        }
      />
    </>
  );
}
