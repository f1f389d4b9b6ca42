import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { lostDiskRestoreQuery } from '#src/api/queries/lost-disk-restore.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** The look for the job of a disk's restore, by what the draft says of the request that was sent. */
export function lostDiskSearch({ choices }: Draft, sentAt: number): LostSearchQuery {
  const { instance, subscription, rg, diskName } = choices;
  const group = resourceGroupId(subscription ?? '', rg ?? '');
  return lostDiskRestoreQuery({
    vaultId: backupVaultIdOf(instance ?? '') ?? resourceId(''),
    instanceId: instance ?? '',
    since: instant(sentAt),
    targetDiskId: `${group}/providers/Microsoft.Compute/disks/${diskName ?? ''}`,
  });
}
