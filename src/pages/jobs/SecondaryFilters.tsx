import { useQuery } from '@tanstack/react-query';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import { type JobFiltersProps, rangeFilter, statusFilter } from '#src/pages/jobs/JobFilters.tsx';
import { jobs } from '#src/strings/jobs.ts';
import { ListFilters } from '#src/ui/filters/ListFilters.tsx';
import { secondaryVaultOptions } from '#src/ui/filters/secondary-vaults.ts';

/** What narrows the jobs of a secondary region: one vault, and what Azure's own list can be asked. */
export function SecondaryFilters({ filter, onChange }: JobFiltersProps) {
  const vaults = useQuery(vaultNamesQuery());
  return (
    <ListFilters
      search={{ part: 'search', label: jobs.secondary.search, value: filter.search }}
      filters={[
        {
          part: 'vault',
          label: jobs.secondary.vault,
          options: vaults.data && secondaryVaultOptions(vaults.data),
          chosen: filter.vaults.slice(0, 1),
          nothing: jobs.secondary.nothing,
          isOneOf: true,
        },
        statusFilter(filter),
        rangeFilter(filter),
      ]}
      onChange={onChange}
    />
  );
}
