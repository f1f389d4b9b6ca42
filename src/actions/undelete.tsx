import { lazyPart, Part } from '#src/ui/Part.tsx';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { GuardedAction } from '#src/actions/action.ts';
import { writeStepOf, type WriteStep } from '#src/actions/steps.ts';
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
import { softDelete } from '#src/strings/instances.ts';
import { useSyncExternalStore } from 'react';
import { onRecords, recordOf } from '#src/actions/record.ts';
import type { SoftDeletedProps } from '#src/actions/SoftDeleted.tsx';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { ProtectedItem } from '#src/model/instances.ts';

// Few backups are ever deleted.
const SoftDeleted = lazyPart(
  () => import('#src/actions/SoftDeleted.tsx'),
  (code) => code.SoftDeleted,
);

interface DeletedInstanceProps {
  readonly item: Undeleted & Pick<SoftDeletedProps, 'deletion'>;
  /** The request that undeletes it. */
  readonly step: WriteStep;
}

/** Nothing of a backup instance that isn’t deleted softly and wasn’t undeleted here. */
function DeletedInstance({ item, step }: DeletedInstanceProps) {
  const wasUndeleted = useSyncExternalStore(
    onRecords,
    () => recordOf(undeleteId(item.id)) !== null,
  );
  if (item.deletion === null && !wasUndeleted) return null;
  return (
    <Part what={softDelete.what}>
      <SoftDeleted action={undeleteAction(item, step)} deletion={item.deletion} />
    </Part>
  );
}

/** That the backup of a VM is deleted softly, and how to undelete it. */
export const DeletedMachine = ({ item }: { readonly item: ProtectedItem }) => (
  <DeletedInstance item={item} step={undeleteItemStep(item)} />
);

/** The same of a disk. */
export function DeletedDisk({ item }: { readonly item: DiskBackupInstance }) {
  return <DeletedInstance item={item} step={undeleteDiskStep(useQueryClient(), item.id)} />;
}

/** A backup instance to undelete. */
interface Undeleted {
  readonly id: ResourceId;
  readonly friendlyName: string;
}

/** The action's id: an instance may be deleted again, and then its record is forgotten before the next plan. */
const undeleteId = (id: ResourceId): string => `undelete.${id.toLowerCase()}`;

/** Undeletes a backup instance: its restore points are kept and can be restored, and its backups stay stopped (live §6). */
function undeleteAction(item: Undeleted, step: WriteStep): GuardedAction {
  const { id, friendlyName: name } = item;
  const sentence = softDelete.sentence(name);
  return {
    id: undeleteId(id),
    sentence,
    plan: {
      created: [],
      changed: [softDelete.line.state(name), softDelete.line.points],
      untouched: [softDelete.line.source(name)],
      lost: [],
    },
    confirmName: name,
    steps: [{ id: 'undelete', title: sentence, ...step }],
  };
}

/** Undeletes the backup of a VM, and reads from its backup instance that it isn’t deleted. */
export const undeleteItemStep = (item: UndeletedItem): WriteStep =>
  writeStepOf(
    [item.id],
    async (arm) => ((await getProtectedItem(arm, item.id)).deletion === null ? 'done' : 'open'),
    (arm) => undeleteItem(arm, item),
  );

/** The same of a disk, whose vault then lists it among those that it protects. */
export const undeleteDiskStep = (client: QueryClient, id: ResourceId): WriteStep =>
  writeStepOf(
    [id],
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
