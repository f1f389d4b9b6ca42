import { backupVaultIdOf, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { acceptedDiskRestoreQuery, lostDiskRestoreQuery } from '#src/api/queries/disk-restores.ts';
import type { AcceptedRestoreQuery, LostSearchQuery } from '#src/api/queries/restores.ts';
import { diskChoicesOf } from '#src/datasources/azure-disk/fields.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { sentChoicesOf } from '#src/wizard/draft/sent.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/follow.ts';

/** Follows an accepted restore of a disk to its job. */
export const acceptedDiskQuery = ({ instance, operation }: AcceptedRequest): AcceptedRestoreQuery =>
  acceptedDiskRestoreQuery(resourceId(instance), operation);

/** What is known of a disk's restore whose job is missing, from the request that was sent. */
export function diskSearchOf(draft: Draft, attempt: LookedFor) {
  const { instance, subscription, rg, diskName } = diskChoicesOf(sentChoicesOf(draft));
  const group = resourceGroupId(subscription ?? '', rg ?? '');
  return {
    ...pressOf(attempt),
    vaultId: backupVaultIdOf(instance ?? '') ?? resourceId(''),
    instanceId: instance ?? '',
    targetDiskId: `${group}/providers/Microsoft.Compute/disks/${diskName ?? ''}`,
  };
}

/** The look for it. */
export const lostDiskSearch = (draft: Draft, attempt: LookedFor): LostSearchQuery =>
  lostDiskRestoreQuery(diskSearchOf(draft, attempt));
