import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { warm } from '#src/api/queries/query.ts';
import { KnownInstance } from '#src/datasources/azure-vm/instance/KnownInstance.tsx';
import type { InstancePageOf } from '#src/datasources/pages.ts';

/** The page of a backup instance. */
export const instancePage: InstancePageOf = {
  warm: (queries, id, { view }) => {
    warm(queries, instanceQuery(id));
    warm(queries, pointsQuery(id, view === 'secondary'));
  },
  Page: KnownInstance,
};
