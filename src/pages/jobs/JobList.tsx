import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { sortText } from '#src/lib/address-values.ts';
import type { Job } from '#src/model/job.ts';
import { NEWEST_FIRST } from '#src/model/job-list.ts';
import { jobColumns } from '#src/pages/jobs/columns.tsx';
import type { JobsSearch, JobsWanted } from '#src/pages/jobs/search.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { Grid, type GridProps } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded, type LoadedProps } from '#src/ui/states/Loaded.tsx';

export interface JobListProps extends Pick<GridProps<Job>, 'rowAt' | 'onRange'> {
  readonly wanted: JobsWanted;
  /** The read that says whether there is a list at all. */
  readonly read: LoadedProps<unknown>['query'];
  readonly count: number;
  /** What stands there where no job is. */
  readonly searched: string;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

/** The rows, or why there are none. */
export function JobList({ wanted, read, count, searched, onChange, ...list }: JobListProps) {
  const navigate = useNavigate();
  const { filter, order } = wanted;
  const columns = useMemo(() => jobColumns(filter.search), [filter.search]);
  return (
    <Loaded
      query={read}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
    >
      {() =>
        count === 0 ? (
          <NoJobs wanted={wanted} searched={searched} />
        ) : (
          <Grid
            label={words.title}
            columns={columns}
            count={count}
            rowAt={list.rowAt}
            rowKey={({ id }) => id}
            sort={order}
            onSort={(next) => onChange({ sort: sortText(next, NEWEST_FIRST) })}
            onRange={list.onRange}
            onOpen={({ id }) => {
              if (id === '') return;
              void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) } });
            }}
          />
        )
      }
    </Loaded>
  );
}

function NoJobs({
  wanted: { filter, isSecondary },
  searched,
}: Pick<JobListProps, 'wanted' | 'searched'>) {
  const range = words.ranges[filter.range];
  const { range: _, instance, vaults, ...lists } = filter;
  // There the list is that of one vault to begin with.
  const narrowed = [...Object.values(lists), ...(isSecondary ? [] : [vaults])];
  const isFiltered = instance !== null || narrowed.some(({ length }) => length > 0);
  return (
    <EmptyState title={isFiltered ? words.noneFit(range) : words.none(range)}>
      {searched}
    </EmptyState>
  );
}
