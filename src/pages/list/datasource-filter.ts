import { DATASOURCES } from '#src/datasources/registry.ts';
import { isOfAzure } from '#src/pages/list/loaded.ts';
import { instances } from '#src/strings/instances.ts';
import { jobs } from '#src/strings/jobs.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';

/** The id of the filter that chooses datasources. */
export const DATASOURCE_ID = 'datasource';

/** The filter that chooses datasources; `nothing` says whose rows are listed while none is chosen. */
export const datasourceFilter = (
  chosen: readonly string[],
  nothing: string | undefined,
): ListFilter => ({
  id: DATASOURCE_ID,
  part: 'datasource',
  label: instances.filters.datasource,
  options: [...DATASOURCES.values()].map(({ word, name }) => ({ value: word, text: name })),
  chosen,
  ...(nothing !== undefined && { nothing }),
});

/** The same over a list that has the rows of Azure alone while no datasource is chosen, and says so where there are others. */
export const azureFirstFilter = (chosen: readonly string[]): ListFilter =>
  datasourceFilter(chosen, [...DATASOURCES.values()].every(isOfAzure) ? undefined : jobs.ofAzure);
