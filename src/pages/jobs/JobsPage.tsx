import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { getRouteApi } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { anyList } from '#src/datasources/list.ts';
import { instanceName } from '#src/model/instances.ts';
import { azureJobs } from '#src/pages/jobs/azure-jobs.ts';
import { CrossRegionHint } from '#src/pages/jobs/CrossRegionHint.tsx';
import { OneInstance } from '#src/pages/jobs/OneInstance.tsx';
import { OtherJobs } from '#src/pages/jobs/OtherJobs.tsx';
import { type JobsSearch, jobsWanted, OVER_VAULTS } from '#src/pages/jobs/search.ts';
import { secondaryJobs } from '#src/pages/jobs/secondary-jobs.ts';
import { azureFirstFilter } from '#src/pages/list/datasource-filter.ts';
import { ListPage } from '#src/pages/list/ListPage.tsx';
import { namedIn } from '#src/pages/list/loaded.ts';
import { opening } from '#src/pages/list/OtherLists.tsx';
import type { ListPlace } from '#src/pages/list/place.ts';
import { RunningBand, useBandReads } from '#src/progress/live/RunningBand.tsx';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { RouterButton } from '#src/ui/links.tsx';

const route = getRouteApi('/jobs');

const primary = anyList(azureJobs);
const secondary = anyList(secondaryJobs);

/**
 * All jobs over all vaults of Azure, those of one vault in its other region, or those of a datasource with a
 * list of its own; the filters are in the address.
 */
export function JobsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { own, beside } = route.useLoaderData();
  const { isSecondary, filter } = jobsWanted(search);
  const named = namedIn(search);
  // Back undoes a filter; typing is no history.
  const change = (part: Partial<JobsSearch>) =>
    void navigate({ search: (all) => ({ ...all, ...part }), replace: 'search' in part });
  const { isPending, isReading } = useBandReads();
  const isTogether = useTogether(isReading);
  const list = isSecondary ? secondary : (own ?? primary);
  const above = (
    <>
      {filter.instance !== null && (
        <OneInstance
          machine={instanceName(filter.instance)}
          onAll={() => change({ instance: undefined })}
        />
      )}
      <CrossRegionHint range={filter.range} />
    </>
  );
  return list((spec) => (
    <ListPage
      spec={spec}
      place={place}
      actions={
        <RegionSwitch
          isSecondary={isSecondary}
          onChange={(isSecond) =>
            change(isSecond ? { ...OVER_VAULTS, view: 'secondary' } : { view: undefined })
          }
        />
      }
      address={search}
      onChange={change}
      picker={isSecondary ? null : azureFirstFilter(named.words)}
      ignored={own === null ? [] : named.ignored}
      pinned={{ part: 'instance', isSet: filter.instance !== null }}
      lead={filter.isWithoutRunningRestores === true && list === primary && <RunningBand isFull />}
      isWaiting={list === primary && (!isTogether || isPending)}
      above={list === primary && above}
      footer={
        list === primary && (
          <OtherJobs
            beside={beside}
            address={search}
            onShow={(datasource) => change({ datasource, sort: undefined })}
          />
        )
      }
    />
  ));
}

const place: ListPlace = {
  title: words.title,
  commandsLabel: words.commands,
  commands: () => (
    <>
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RouterButton appearance="subtle" to="/leftovers">
        {common.leftovers}
      </RouterButton>
    </>
  ),
  ...opening((id) =>
    id === '' ? null : { to: '/jobs/$jobId', params: { jobId: jobAddress(id) } },
  ),
};
