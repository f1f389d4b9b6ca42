import { diskInstances } from '#src/mocks/world/worlds/default-disks.ts';
import { protectedMachines } from '#src/mocks/world/worlds/default-instances.ts';

/** What is deleted softly in the default world. */

/** The id of the backup instance of the VM. */
export const deletedVm =
  protectedMachines.find(({ instance }) => instance.softDeleted !== undefined)?.instance.id ?? '';

/** That of the disk, as it was before. */
export const deletedDisk =
  diskInstances.find(({ softDeleted }) => softDeleted !== undefined)?.id ?? '';
