import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toStorageAccount } from '#src/api/storage/accounts/map.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts/wire.ts';
import { STORAGE_API_VERSION } from '#src/api/storage/version.ts';
import type { StorageAccount } from '#src/model/target.ts';

/**
 * The storage accounts of a subscription, usable or not: `GET
 * /subscriptions/{sub}/providers/Microsoft.Storage/storageAccounts` (2023-05-01).
 */
export async function listStorageAccounts(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<StorageAccount[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Storage/storageAccounts?api-version=${STORAGE_API_VERSION}`;
  const list = await wholeList(arm, storageAccountPageWire, url, signal);
  return list.map(toStorageAccount);
}
