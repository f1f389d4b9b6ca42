import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { STORAGE_API_VERSION } from '#src/api/storage/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A container of a storage account. */
export interface ContainerPlace {
  readonly accountId: ResourceId;
  readonly name: string;
}

/**
 * Deletes a container with all blobs in it, once: `DELETE
 * …/{account}/blobServices/default/containers/{container}` (2023-05-01), by way of Azure Resource Manager, so that
 * no CORS rule of the account is needed. One that is not there is none to delete.
 * @throws ArmError; `lost` means that the outcome is unknown.
 */
export async function removeContainer(
  arm: ArmPipelines,
  { accountId, name }: ContainerPlace,
): Promise<void> {
  const url = `${accountId}/blobServices/default/containers/${encodeURIComponent(name)}?api-version=${STORAGE_API_VERSION}`;
  await send(arm, { method: 'DELETE', url, starts: true });
}
