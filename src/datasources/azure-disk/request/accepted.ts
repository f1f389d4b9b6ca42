import { acceptedDiskRestoreQuery } from '#src/api/queries/disk-restores.ts';
import type { AcceptedRestoreQuery } from '#src/api/queries/restores.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Follows an accepted restore of a disk to its job. */
export const acceptedQuery = ({ instance, operation }: AcceptedRequest): AcceptedRestoreQuery =>
  acceptedDiskRestoreQuery(resourceId(instance), operation);
