import { startedQuery } from '#src/api/commvault/restores.ts';
import type { AcceptedRestoreQuery } from '#src/api/queries/restores.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';

/** Follows an accepted restore until its CommServe knows the job. */
export const acceptedQuery = ({ operation }: AcceptedRequest): AcceptedRestoreQuery =>
  startedQuery(operation);
