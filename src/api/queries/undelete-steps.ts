import type { QueryClient } from '@tanstack/react-query';
import {
  listDeletedDisks,
  undeleteDisk,
} from '#src/api/data-protection/backup-instances/deleted.ts';
import { getDiskInstance } from '#src/api/data-protection/backup-instances/ops.ts';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { noteUndeleted } from '#src/api/queries/deleted-disks.ts';
import { stepOf, type WriteStep } from '#src/api/queries/write-steps.ts';
import { getProtectedItem } from '#src/api/recovery-services/protected-items/ops.ts';
import {
  undeleteItem,
  type UndeletedItem,
} from '#src/api/recovery-services/protected-items/protect.ts';
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
