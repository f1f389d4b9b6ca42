import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import { JOB_STATUSES, type JobFilter, OPERATIONS, RANGES } from '#src/model/job-list.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { JobsSearch } from '#src/pages/jobs/search.ts';
import { filters } from '#src/strings/filters.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { FilterPill, type FilterOption } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';

export interface JobFiltersProps {
  readonly filter: JobFilter;
  readonly onChange: (change: Partial<JobsSearch>) => void;
}

const NO_FILTER: JobsSearch = {
  search: undefined,
  operation: undefined,
  status: undefined,
  vault: undefined,
  subscription: undefined,
  instance: undefined,
};

const statusOptions = JOB_STATUSES.map((value) => ({ value, text: pages.jobStatus[value] }));
const operationOptions = OPERATIONS.map((value) => ({ value, text: words.operations[value] }));
const rangeOptions = RANGES.map((value) => ({ value, text: words.ranges[value] }));

/** What narrows the list; all of it stands in the address. */
export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const subscriptions = useQuery(subscriptionsQuery());
  const [isAsked, setIsAsked] = useState(false);
  // Thousands of vaults are read only when somebody looks for one.
  const vaults = useQuery({ ...vaultNamesQuery(), enabled: isAsked });
  const pill = (
    name: 'operation' | 'status' | 'vault' | 'subscription',
    options: readonly FilterOption[] | undefined,
    chosen: readonly string[],
    onOpen?: () => void,
  ) => (
    <FilterPill
      name={words.filters[name]}
      options={options}
      chosen={chosen}
      onOpen={onOpen}
      onChange={(values) => onChange({ [name]: values.join(',') || undefined })}
    />
  );
  return (
    <FilterRow>
      <SearchField
        label={words.search}
        value={filter.search}
        onSearch={(search) => onChange({ search: search || undefined })}
      />
      {pill('operation', operationOptions, filter.operations)}
      {pill('status', statusOptions, filter.statuses)}
      <FilterPill
        name={words.filters.range}
        options={rangeOptions}
        chosen={[filter.range]}
        onChange={(values) => onChange({ range: values.at(-1) })}
      />
      {pill(
        'subscription',
        subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
        filter.subscriptions,
      )}
      {pill(
        'vault',
        vaults.data?.map(({ id, name }) => ({ value: id, text: name })) ??
          filter.vaults.map((value) => ({ value, text: nameOf(value) })),
        filter.vaults,
        () => setIsAsked(true),
      )}
      {isFiltered(filter) && (
        <Button appearance="subtle" onClick={() => onChange(NO_FILTER)}>
          {filters.clear}
        </Button>
      )}
    </FilterRow>
  );
}

function isFiltered({ search, operations, statuses, vaults, subscriptions, instance }: JobFilter) {
  const lists = [search, operations, statuses, vaults, subscriptions];
  return instance !== null || lists.some(({ length }) => length > 0);
}
