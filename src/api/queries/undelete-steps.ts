import type { QueryClient } from '@tanstack/react-query';
import {
  getDiskInstance,
  listDeletedDisks,
  undeleteDisk,
} from '#src/api/data-protection/instances.ts';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { noteUndeleted } from '#src/api/queries/deleted-disks.ts';
import { stepOf, type WriteStep } from '#src/api/queries/write-steps.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { type UndeletedItem, undeleteItem } from '#src/api/recovery-services/protect.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';

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
      // A question for the instance alone would get the answer that it isn’t there: an error to a browser.
      const deleted = await listDeletedDisks(arm, backupVaultIdOf(id) ?? resourceId(''));
      if (deleted.some((one) => sameId(one.id, id))) return 'open';
      await getDiskInstance(arm, id);
      noteUndeleted(client, id);
      return 'done';
    },
    (arm) => undeleteDisk(arm, id),
  );
