import { DATASOURCES } from '#src/datasources/registry.ts';
import { instances } from '#src/strings/instances.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';

/** The filter that chooses datasources. */
export const datasourceFilter = (chosen: readonly string[]): ListFilter => ({
  part: 'datasource',
  label: instances.filters.datasource,
  options: [...DATASOURCES.values()].map(({ word, name }) => ({ value: word, text: name })),
  chosen,
});
