import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { type ServiceSasRequestWire, serviceSasWire } from '#src/api/storage/signatures/wire.ts';
import { STORAGE_API_VERSION } from '#src/api/storage/version.ts';
import { type Instant, instant, isoText } from '#src/lib/time.ts';
import type { BlobPlace } from '#src/model/blob.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** How long Azure may read the blob: the tutorial's half hour (aftercare §1.5). */
const LIFE_MS = 30 * 60_000;

/**
 * Gets a signature by which Azure Resource Manager can read one blob for 30 minutes: `POST
 * …/Microsoft.Storage/storageAccounts/{account}/ListServiceSas` (2023-05-01). A secret: it is never part of
 * an address, stored or shown.
 * @throws ArmError.
 */
export async function listServiceSas(
  arm: ArmPipelines,
  accountId: ResourceId,
  { container, blob }: Pick<BlobPlace, 'container' | 'blob'>,
  at: Instant,
): Promise<string> {
  const body: ServiceSasRequestWire = {
    canonicalizedResource: `/blob/${nameOf(accountId)}/${container}/${blob}`,
    signedResource: 'b',
    signedPermission: 'r',
    signedExpiry: isoText(instant(at + LIFE_MS)),
  };
  const url = `${accountId}/ListServiceSas?api-version=${STORAGE_API_VERSION}`;
  return (await sendFor(arm, serviceSasWire, { method: 'POST', url, body })).serviceSasToken;
}
