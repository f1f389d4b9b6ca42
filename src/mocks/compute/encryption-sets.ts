import type * as z from 'zod/mini';
import type { diskEncryptionSetWire } from '#src/api/compute/encryption-sets/wire.ts';
import type { Route } from '#src/mocks/service.ts';
import { listOfGroup, oneOfGroup } from '#src/mocks/group-list.ts';
import { listOfSubscription } from '#src/mocks/subscription-list.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { keyVaultIdOf } from '#src/mocks/supporting/key-vaults.ts';
import type { EncryptionSetSeed } from '#src/mocks/world/place-seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A disk encryption set of 2023-10-02 (azure-contract §14). */
function wireOf(set: EncryptionSetSeed): z.infer<typeof diskEncryptionSetWire> {
  const name = nameOf(set.id);
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
        sourceVault: { id: keyVaultIdOf(set.id) },
        keyUrl: `https://kv-${name}.vault.azure.net/keys/disks/${hexFrom(set.id, 32)}`,
      },
    },
  };
}

const reading = { thingsOf: ({ seed }: State) => seed.encryptionSets, wireOf };

export const encryptionSetRoutes: readonly Route[] = [
  {
    operation: 'diskEncryptionSets.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Compute/diskEncryptionSets',
    action: 'Microsoft.Compute/diskEncryptionSets/read',
    handle: listOfSubscription(reading.thingsOf, wireOf),
  },
  {
    operation: 'diskEncryptionSets.listByGroup',
    method: 'GET',
    path: '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/diskEncryptionSets',
    action: 'Microsoft.Compute/diskEncryptionSets/read',
    handle: listOfGroup(reading),
  },
  {
    operation: 'diskEncryptionSets.get',
    method: 'GET',
    path: '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/diskEncryptionSets/{name}',
    action: 'Microsoft.Compute/diskEncryptionSets/read',
    handle: oneOfGroup('Microsoft.Compute/diskEncryptionSets', reading),
  },
];
