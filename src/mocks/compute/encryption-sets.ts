import type * as z from 'zod/mini';
import type { diskEncryptionSetWire } from '#src/api/compute/encryption-sets/wire.ts';
import type { Route } from '#src/mocks/service.ts';
import { listOfSubscription } from '#src/mocks/subscription-list.ts';
import { groupOf, hexFrom } from '#src/mocks/world/ids.ts';
import type { EncryptionSetSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A disk encryption set of 2023-10-02 (azure-contract §14). */
function wireOf(set: EncryptionSetSeed): z.infer<typeof diskEncryptionSetWire> {
  const name = nameOf(set.id);
  const group = groupOf(set.id);
  return {
    id: set.id,
    name,
    type: 'Microsoft.Compute/diskEncryptionSets',
    location: set.location,
    identity: { type: 'SystemAssigned' },
    properties: {
      encryptionType: set.encryptionType,
      provisioningState: set.provisioningState ?? 'Succeeded',
      activeKey: {
        sourceVault: { id: `${group}/providers/Microsoft.KeyVault/vaults/kv-${name}` },
        keyUrl: `https://kv-${name}.vault.azure.net/keys/disks/${hexFrom(set.id, 32)}`,
      },
    },
  };
}

export const encryptionSetRoutes: readonly Route[] = [
  {
    operation: 'diskEncryptionSets.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Compute/diskEncryptionSets',
    action: 'Microsoft.Compute/diskEncryptionSets/read',
    handle: listOfSubscription(({ seed }) => seed.encryptionSets, wireOf),
  },
];
