import type * as z from 'zod/mini';
import type { diskEncryptionSetWire } from '#src/api/compute/disks.ts';
import type { Route } from '#src/mocks/service.ts';
import { readRoutes } from '#src/mocks/resource-lists.ts';
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

export const encryptionSetRoutes: readonly Route[] = readRoutes(
  ['diskEncryptionSets.list', 'diskEncryptionSets.listByGroup', 'diskEncryptionSets.get'],
  'Microsoft.Compute/diskEncryptionSets',
  { thingsOf: ({ seed }: State) => seed.encryptionSets, wireOf },
);
