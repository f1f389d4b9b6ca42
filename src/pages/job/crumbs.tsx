import { common } from '#src/strings/common.ts';
import { useStoredSearch } from '#src/ui/stored-search.ts';
import { OverviewLink } from '#src/ui/page.tsx';
import { NameLink } from '#src/ui/links.tsx';

/** The list of jobs, as the person left it. */
function JobsCrumb() {
  const search = useStoredSearch('/jobs');
  return (
    <NameLink to="/jobs" search={search}>
      {common.backupJobs}
    </NameLink>
  );
}

/** The way to the page of a job. */
export const JOB_CRUMBS = [<OverviewLink key="overview" />, <JobsCrumb key="jobs" />];
