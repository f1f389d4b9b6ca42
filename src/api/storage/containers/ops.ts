import { listReader } from '#src/api/arm/reader.ts';
import { containerPageWire } from '#src/api/storage/containers/wire.ts';
import { STORAGE_API_VERSION } from '#src/api/storage/version.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { BlobContainer } from '#src/model/blob.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * The blob containers of a storage account: `GET …/{account}/blobServices/default/containers`
 * (2023-05-01), by way of Azure Resource Manager, so that no CORS rule of the account is needed.
 */
export const listContainers = listReader(
  containerPageWire,
  (accountId: ResourceId) =>
    `${accountId}/blobServices/default/containers?api-version=${STORAGE_API_VERSION}`,
  ({ id, name, properties }): BlobContainer => ({
    id: resourceId(id),
    name,
    changedAt: parseInstant(properties?.lastModifiedTime),
  }),
);
