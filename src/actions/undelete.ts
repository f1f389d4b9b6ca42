import type { QueryClient } from '@tanstack/react-query';
import type { GuardedAction } from '#src/actions/action.ts';
import { stepOf, type WriteStep } from '#src/actions/steps.ts';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import {
  getDiskInstance,
  listDeletedDisks,
  undeleteDisk,
} from '#src/api/data-protection/instances.ts';
import { noteUndeleted } from '#src/api/queries/disk-instances.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { type UndeletedItem, undeleteItem } from '#src/api/recovery-services/protect.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { softDelete as words } from '#src/strings/soft-delete.ts';

/** A backup instance to undelete. */
export interface Undeleted {
  readonly id: ResourceId;
  readonly friendlyName: string;
}

/** The action's id: an instance may be deleted again, and then its record is forgotten before the next plan. */
export const undeleteId = (id: ResourceId): string => `undelete.${id.toLowerCase()}`;

/** Undeletes a backup instance: its restore points are kept and can be restored, and its backups stay stopped (live §6). */
export function undeleteAction(item: Undeleted, step: WriteStep): GuardedAction {
  const { id, friendlyName: name } = item;
  const sentence = words.sentence(name);
  return {
    id: undeleteId(id),
    sentence,
    plan: {
      created: [],
      changed: [words.line.state(name), words.line.points],
      untouched: [words.line.source(name)],
      lost: [],
    },
    confirmName: name,
    steps: [{ id: 'undelete', title: sentence, ...step }],
  };
}

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
