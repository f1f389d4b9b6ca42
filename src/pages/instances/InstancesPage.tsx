import { getRouteApi } from '@tanstack/react-router';
import { PrimaryInstances } from '#src/pages/instances/PrimaryInstances.tsx';
import { type InstancesSearch, instancesWanted } from '#src/pages/instances/search.ts';
import { SecondaryInstances } from '#src/pages/instances/SecondaryInstances.tsx';
import { instances as words } from '#src/strings/instances.ts';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const route = getRouteApi('/instances');

/** All protected machines, or disks, over all vaults; what is asked for stands in the address. */
export function InstancesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = instancesWanted(search);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<InstancesSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const View = wanted.isSecondary ? SecondaryInstances : PrimaryInstances;
  return (
    <GridPage>
      <PageHeader
        title={words.title}
        crumbs={[<OverviewLink key="overview" />]}
        actions={
          <RegionSwitch
            isSecondary={wanted.isSecondary}
            onChange={(isSecondary) => change({ view: isSecondary ? 'secondary' : undefined })}
          />
        }
      />
      <View wanted={wanted} onChange={change} />
    </GridPage>
  );
}
