import { getRouteApi } from '@tanstack/react-router';
import { PrimaryJobs } from '#src/pages/jobs/PrimaryJobs.tsx';
import { type JobsSearch, jobsWanted, OVER_VAULTS } from '#src/pages/jobs/search.ts';
import { SecondaryJobs } from '#src/pages/jobs/SecondaryJobs.tsx';
import { jobs as words } from '#src/strings/jobs.ts';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';

const route = getRouteApi('/jobs');

/** All jobs over all vaults, or those of one in its other region; what is asked for stands in the address. */
export function JobsPage() {
  const navigate = route.useNavigate();
  const wanted = jobsWanted(route.useSearch());
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<JobsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const View = wanted.isSecondary ? SecondaryJobs : PrimaryJobs;
  return (
    <GridPage>
      <PageHeader
        title={words.title}
        crumbs={[<OverviewLink key="overview" />]}
        actions={
          <RegionSwitch
            isSecondary={wanted.isSecondary}
            onChange={(isSecondary) =>
              change(isSecondary ? { ...OVER_VAULTS, view: 'secondary' } : { view: undefined })
            }
          />
        }
      />
      <View wanted={wanted} onChange={change} />
    </GridPage>
  );
}
