import type { QueryClient } from '@tanstack/react-query';
import {
  findDiskInstance,
  undeleteDisk,
} from '#src/api/data-protection/backup-instances/deleted.ts';
import { noteUndeleted } from '#src/api/queries/deleted-disks.ts';
import { stepOf, type WriteStep } from '#src/api/queries/write-steps.ts';
import { getProtectedItem } from '#src/api/recovery-services/protected-items/ops.ts';
import {
  undeleteItem,
  type UndeletedItem,
} from '#src/api/recovery-services/protected-items/protect.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Undeletes the backup of a VM, and reads from its backup instance that it isn’t deleted. */
export const undeleteItemStep = (item: UndeletedItem): WriteStep =>
  stepOf(
    async (arm) => ((await getProtectedItem(arm, item.id)).deletion === null ? 'done' : 'open'),
    (arm) => undeleteItem(arm, item),
  );

/** The same of a disk, whose vault then lists it among those that it protects. */
export const undeleteDiskStep = (client: QueryClient, id: ResourceId): WriteStep =>
  stepOf(
    async (arm) => {
      if ((await findDiskInstance(arm, id)).deletion !== null) return 'open';
      noteUndeleted(client, id);
      return 'done';
    },
    (arm) => undeleteDisk(arm, id),
  );
