import { useQuery } from '@tanstack/react-query';
import { deletedDisksQuery } from '#src/api/queries/disk-instances.ts';
import { isoOrNull } from '#src/lib/time.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { diskStateText } from '#src/strings/azure-disk.ts';
import { softDelete } from '#src/strings/instances.ts';
import { Caveat } from '#src/ui/Caveat.tsx';
import { SoftDeletedStatus } from '#src/ui/Status.tsx';

/** What a list of disks shows of those that are deleted softly. */

/** The status of its protection; of one that is deleted softly, the days left. */
export const ProtectionCell = ({ disk }: { readonly disk: DiskBackupInstance }) =>
  disk.deletion === null ? (
    diskStateText(disk.protectionState)
  ) : (
    <SoftDeletedStatus deletion={disk.deletion} />
  );

/** Why a disk can’t be restored now; undefined: it can. */
export const heldBack = ({ deletion }: DiskBackupInstance): string | undefined =>
  deletion === null ? undefined : softDelete.held;

/** When Azure deletes its restore points, for spreadsheets. */
export const purgeOf = ({ deletion }: DiskBackupInstance): string | null =>
  isoOrNull(deletion?.purgeAt ?? null);

/** The vaults in which deleted disks were not looked for. */
export function DeletedUnread() {
  const { data, error } = useQuery(deletedDisksQuery());
  if (error !== null) return <Caveat>{softDelete.notLookedAtAll}</Caveat>;
  if (data === undefined || data.unread.length === 0) return null;
  return <Caveat>{softDelete.notLookedAt(data.unread.map(nameOf))}</Caveat>;
}
