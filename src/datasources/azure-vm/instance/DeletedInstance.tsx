import { undeleteItemStep } from '#src/api/queries/undelete-steps.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

// Few backups are ever deleted.
const SoftDeleted = lazyPart(() => import('#src/actions/SoftDeleted.tsx'), 'SoftDeleted');

/** That the backup of a VM is deleted softly, and how to undelete it; nothing where it isn’t. */
export function DeletedInstance({ item }: { readonly item: ProtectedItem }) {
  return (
    <Part what={softDelete.what}>
      <SoftDeleted item={item} step={undeleteItemStep(item)} />
    </Part>
  );
}
