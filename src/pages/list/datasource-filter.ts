import { DATASOURCES } from '#src/datasources/registry.ts';
import { instances } from '#src/strings/instances.ts';
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
