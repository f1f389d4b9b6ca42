import { useQueryClient } from '@tanstack/react-query';
import { undeleteDiskStep } from '#src/api/queries/undelete-steps.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

// Few backups are ever deleted.
const SoftDeleted = lazyPart(() => import('#src/actions/SoftDeleted.tsx'), 'SoftDeleted');

/** That the backup of a disk is deleted softly, and how to undelete it; nothing where it isn’t. */
export function DeletedDisk({ item }: { readonly item: DiskBackupInstance }) {
  const queries = useQueryClient();
  return (
    <Part what={softDelete.what}>
      <SoftDeleted item={item} step={undeleteDiskStep(queries, item.id)} />
    </Part>
  );
}
