import type { ResourceId } from '#src/model/resource-id.ts';
import type { Disk } from '#src/model/machines.ts';

/** The one managed disk of the documents' example. */
export const exampleManagedDisk = (id: ResourceId): Disk => ({
  id,
  name: 'os',
  sizeGiB: 32,
  hasPrivateAccess: false,
  encryption: null,
  isShared: false,
});
