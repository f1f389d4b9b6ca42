import type { AcceptedQueryOf, Datasource } from '#src/datasources/datasource.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { wizardParts } from '#src/model/restore-option.ts';
import { loadOnce } from '#src/lib/load.ts';

/** The code of each datasource. */
export const LOADS = loadOnce<Datasource>((id) => DATASOURCES.get(id)?.load);

/** How the accepted requests of each wizard are followed. */
export const FOLLOWS = loadOnce<AcceptedQueryOf>((id) => {
  const { datasource, task } = wizardParts(id);
  const entry = DATASOURCES.get(datasource);
  return task === undefined ? entry?.acceptedQuery : entry?.recoversFiles;
});
