import { getRouteApi } from '@tanstack/react-router';
import { countText } from '#src/lib/format.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { JobCommands } from '#src/pages/jobs/JobCommands.tsx';
import { JobFilters } from '#src/pages/jobs/JobFilters.tsx';
import { JobList } from '#src/pages/jobs/JobList.tsx';
import { OneInstance } from '#src/pages/jobs/OneInstance.tsx';
import { type JobsSearch, jobsWanted } from '#src/pages/jobs/search.ts';
import { useJobList } from '#src/pages/jobs/use-job-list.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const route = getRouteApi('/jobs');

/** All jobs over all vaults; what is asked for stands in the address. */
export function JobsPage() {
  const navigate = route.useNavigate();
  const wanted = jobsWanted(route.useSearch());
  const { filter } = wanted;
  const { list, onRange, readAt, csv, onExport } = useJobList(wanted);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<JobsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const total = list.first.data?.total;
  return (
    <GridPage>
      <PageHeader title={words.title} crumbs={[<OverviewLink key="overview" />]} />
      <JobCommands readAt={readAt} onExport={onExport} />
      <JobFilters filter={filter} onChange={change} />
      <ListTroubles ignored={wanted.ignored} failed={list.failed} csv={csv} />
      {filter.instance !== null && (
        <OneInstance
          machine={nameOf(filter.instance).split(';').at(-1) ?? ''}
          onAll={() => change({ instance: undefined })}
        />
      )}
      <JobList
        key={JSON.stringify(filter)}
        wanted={wanted}
        list={list}
        onRange={onRange}
        onChange={change}
      />
      <GridFooter
        count={
          total === undefined
            ? ''
            : words.count(total, countText(total), words.ranges[filter.range])
        }
      />
    </GridPage>
  );
}
