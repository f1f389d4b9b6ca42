import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { onRecords, recordOf } from '#src/actions/record.ts';
import type { SoftDeletedProps } from '#src/actions/SoftDeleted.tsx';
import { undeleteDiskStep, undeleteId, undeleteItemStep } from '#src/actions/undelete.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';

// Few backups are ever deleted.
const SoftDeleted = lazyPart(() => import('#src/actions/SoftDeleted.tsx'), 'SoftDeleted');

/** Nothing of a backup instance that isn’t deleted softly and wasn’t undeleted here. */
function SoftDeletedPlace({ item, step }: SoftDeletedProps) {
  const wasUndeleted = useSyncExternalStore(
    onRecords,
    () => recordOf(undeleteId(item.id)) !== null,
  );
  if (item.deletion === null && !wasUndeleted) return null;
  return (
    <Part what={softDelete.what}>
      <SoftDeleted item={item} step={step} />
    </Part>
  );
}

/** That the backup of a VM is deleted softly, and how to undelete it. */
export const DeletedMachine = ({ item }: { readonly item: ProtectedItem }) => (
  <SoftDeletedPlace item={item} step={undeleteItemStep(item)} />
);

/** The same of a disk. */
export function DeletedDisk({ item }: { readonly item: DiskBackupInstance }) {
  return <SoftDeletedPlace item={item} step={undeleteDiskStep(useQueryClient(), item.id)} />;
}
