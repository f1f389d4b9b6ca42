import { listReader } from '#src/api/arm/reader.ts';
import { toStorageAccount } from '#src/api/storage/accounts/map.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts/wire.ts';
import { STORAGE_API_VERSION } from '#src/api/storage/version.ts';

/**
 * The storage accounts of a subscription, usable or not: `GET
 * /subscriptions/{sub}/providers/Microsoft.Storage/storageAccounts` (2023-05-01).
 */
export const listStorageAccounts = listReader(
  storageAccountPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Storage/storageAccounts?api-version=${STORAGE_API_VERSION}`,
  toStorageAccount,
);
