import { listReader } from '#src/api/arm/reader.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
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

/**
 * Deletes a container with all blobs in it, once: `DELETE
 * …/{account}/blobServices/default/containers/{container}` (2023-05-01). One that is not there is none to
 * delete. @throws ArmError; `lost` means that the outcome is unknown.
 */
export async function deleteContainer(arm: ArmPipelines, containerId: ResourceId): Promise<void> {
  const url = `${containerId}?api-version=${STORAGE_API_VERSION}`;
  await send(arm, { method: 'DELETE', url, starts: true });
}
