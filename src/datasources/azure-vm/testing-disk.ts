import type { Disk } from '#src/model/machines.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';

/** The one managed disk of the documents' example. */
export const exampleManagedDisk = (id: ResourceId): Disk =>
  diskWith({ id, name: 'os', hasPrivateAccess: false });
