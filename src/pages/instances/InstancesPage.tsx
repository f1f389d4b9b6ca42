import { getRouteApi } from '@tanstack/react-router';
import { PrimaryInstances } from '#src/pages/instances/PrimaryInstances.tsx';
import { DiskInstances } from '#src/pages/instances/disks/DiskInstances.tsx';
import { isDisksOnly } from '#src/pages/instances/disks/wanted.ts';
import {
  type InstancesSearch,
  type InstancesWanted,
  instancesWanted,
} from '#src/pages/instances/search.ts';
import { SecondaryInstances } from '#src/pages/instances/SecondaryInstances.tsx';
import { instances as words } from '#src/strings/instances.ts';
import { GridPage } from '#src/ui/grid/GridPage.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const route = getRouteApi('/instances');

/** Machines and disks are protected by two services, whose lists have columns of their own. */
const VIEWS = { primary: PrimaryInstances, secondary: SecondaryInstances, disks: DiskInstances };

function viewOf({ filter, isSecondary }: InstancesWanted): keyof typeof VIEWS {
  if (isSecondary) return 'secondary';
  return isDisksOnly(filter) ? 'disks' : 'primary';
}

/** All protected machines, or disks, over all vaults; what is asked for stands in the address. */
export function InstancesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = instancesWanted(search);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<InstancesSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const View = VIEWS[viewOf(wanted)];
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
