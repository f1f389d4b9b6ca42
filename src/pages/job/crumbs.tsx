import { common } from '#src/strings/common.ts';
import { useKeptSearch } from '#src/ui/kept-search.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';

/** The list of jobs, as the person left it. */
function JobsCrumb() {
  const search = useKeptSearch('/jobs');
  return (
    <NameLink to="/jobs" search={search}>
      {common.backupJobs}
    </NameLink>
  );
}

/** The way to the page of a job. */
export const JOB_CRUMBS = [<OverviewLink key="overview" />, <JobsCrumb key="jobs" />];
