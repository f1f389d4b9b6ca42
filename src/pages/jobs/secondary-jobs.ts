import { atOnce, type Listed } from '#src/api/queries/paged.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import type { ListSpec } from '#src/datasources/list.ts';
import { countText } from '#src/lib/format.ts';
import { type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { azureJobs, emptyJobs, stateFilters } from '#src/pages/jobs/azure-jobs.ts';
import { jobsCsv } from '#src/pages/jobs/csv.ts';
import { narrowed } from '#src/pages/jobs/narrow.ts';
import { jobsWanted } from '#src/pages/jobs/search.ts';
import { jobs } from '#src/strings/jobs.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { secondaryVaultFilter } from '#src/ui/filters/ListFilters.tsx';

const words = jobs.secondary;

/** The jobs of one vault in its paired region: Azure has no list over all vaults for them. */
export const secondaryJobs: ListSpec<Job> = {
  ...azureJobs,
  listOf: (address) => {
    const { filter, order, ignored } = jobsWanted(address);
    const { vaults, ...others } = filter;
    const vault = vaults[0];
    const vaultId = vault ?? resourceId('');
    return {
      search: { label: words.search, value: filter.search },
      scope: { isOfVault: true },
      filters: ({ machineVaults }) => [
        secondaryVaultFilter({ vaults: machineVaults, chosen: vault, words }),
        ...stateFilters(filter),
      ],
      order: { now: order, usual: NEWEST_FIRST },
      ignored,
      source: atOnce(
        { ...secondaryJobsQuery(vaultId, filter), enabled: vault !== undefined },
        (read) =>
          read.kind === 'jobs'
            ? {
                kind: 'rows',
                read: read.jobs,
                rows: narrowed(read.jobs, filter, order),
                region: read.place.region,
              }
            : { kind: 'none', title: words[read.kind](nameOf(vaultId)), advice: words.otherVault },
      ),
      ...(vault === undefined && { instead: () => ({ title: words.choose }) }),
      // The list is always that of one vault: the vault narrows nothing.
      empty: (rows, names) =>
        emptyJobs(others, words.searched(nameOf(vaultId), regionOf(rows, names))),
      count: (total, rows, names) =>
        words.count(
          jobs.count(total, countText(total), jobs.ranges[filter.range]),
          regionOf(rows, names),
        ),
      csv: { ...jobsCsv, fileName: words.fileName },
    };
  },
};

function regionOf({ whole }: Listed<Job>, { regions }: PlaceNames): string {
  const region = (whole?.kind === 'rows' && whole.region) || '';
  return regionNamed(regions, region);
}
