import type * as z from 'zod/mini';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  diskEncryptionSetPageWire,
  type diskEncryptionSetWire,
} from '#src/api/compute/encryption-sets/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import type { DiskEncryptionSet } from '#src/model/placement.ts';
import { resourceId } from '#src/model/resource-id.ts';

/**
 * The disk encryption sets of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/diskEncryptionSets` (2023-10-02).
 */
export async function listDiskEncryptionSets(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<DiskEncryptionSet[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/diskEncryptionSets?api-version=${DISK_API_VERSION}`;
  const list = await wholeList(arm, diskEncryptionSetPageWire, url, signal);
  return list.map(toDiskEncryptionSet);
}

function toDiskEncryptionSet(wire: z.infer<typeof diskEncryptionSetWire>): DiskEncryptionSet {
  const keyVault = wire.properties?.activeKey?.sourceVault?.id;
  return {
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parseResourceId(wire.id)?.resourceGroup ?? '',
    region: wire.location,
    encryptionType: wire.properties?.encryptionType ?? null,
    keyVaultId: keyVault ? resourceId(keyVault) : null,
    isReady: wire.properties?.provisioningState?.toLowerCase() === 'succeeded',
  };
}
