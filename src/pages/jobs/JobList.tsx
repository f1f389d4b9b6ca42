import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import type { Paged } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { sortText } from '#src/lib/address-values.ts';
import type { Job } from '#src/model/job.ts';
import { NEWEST_FIRST } from '#src/model/job-list.ts';
import { jobColumns } from '#src/pages/jobs/columns.tsx';
import type { JobsSearch, JobsWanted } from '#src/pages/jobs/search.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

export interface JobListProps {
  readonly wanted: JobsWanted;
  readonly list: Paged<Job>;
  readonly onRange: (first: number, last: number) => void;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

/** The rows, or why there are none. */
export function JobList({ wanted, list, onRange, onChange }: JobListProps) {
  const navigate = useNavigate();
  const { filter, order } = wanted;
  const columns = useMemo(() => jobColumns(filter.search), [filter.search]);
  return (
    <Loaded
      query={list.first}
      problemOf={problemOf}
      what={words.what}
      loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
    >
      {({ total }) =>
        total === 0 ? (
          <NoJobs wanted={wanted} />
        ) : (
          <Grid
            label={words.title}
            columns={columns}
            count={total}
            rowAt={list.rowAt}
            rowKey={({ id }) => id}
            sort={order}
            onSort={(next) => onChange({ sort: sortText(next, NEWEST_FIRST) })}
            onRange={onRange}
            onOpen={({ id }) =>
              void navigate({ to: '/jobs/$jobId', params: { jobId: jobAddress(id) } })
            }
          />
        )
      }
    </Loaded>
  );
}

function NoJobs({ wanted: { filter } }: Pick<JobListProps, 'wanted'>) {
  const range = words.ranges[filter.range];
  const { range: _, instance, ...lists } = filter;
  const isFiltered = instance !== null || Object.values(lists).some(({ length }) => length > 0);
  return (
    <EmptyState title={isFiltered ? words.noneFit(range) : words.none(range)}>
      {words.searched}
    </EmptyState>
  );
}
