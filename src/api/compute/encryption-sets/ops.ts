import { listReader } from '#src/api/arm/reader.ts';
import type * as z from 'zod/mini';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  diskEncryptionSetPageWire,
  type diskEncryptionSetWire,
} from '#src/api/compute/encryption-sets/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import type { DiskEncryptionSet } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

/**
 * The disk encryption sets of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/diskEncryptionSets` (2023-10-02).
 */
export const listDiskEncryptionSets = listReader(
  diskEncryptionSetPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/diskEncryptionSets?api-version=${DISK_API_VERSION}`,
  toDiskEncryptionSet,
);

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
