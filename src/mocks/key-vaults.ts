import type { KeyVaultWire } from '#src/api/key-vaults.ts';
import { collection } from '#src/mocks/collection.ts';
import { forbidden } from '#src/mocks/errors.ts';
import type { Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { KeyVaultSeed } from '#src/mocks/world/place-seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The key vault that stands beside a resource and has its name. */
export const keyVaultIdOf = (id: string): string =>
  `${groupOf(id)}/providers/Microsoft.KeyVault/vaults/kv-${nameOf(id)}`;

/** The key vaults of a world: its own, those of encryption sets, and those of machines that use one. */
function keyVaultsOf(state: State, subscriptionId: string): readonly KeyVaultSeed[] {
  const machines = [...machinesOf(state, subscriptionId)].filter(
    ({ encryption, hasKeyVaultLink }) => encryption === 'ADE' || hasKeyVaultLink === true,
  );
  const all = [
    ...(state.seed.keyVaults ?? []),
    ...[...state.seed.encryptionSets, ...machines].map(({ id, location }) => ({
      id: keyVaultIdOf(id),
      location,
    })),
  ];
  return all.filter(({ id }) => lossOf(state, id) !== 'gone');
}

const lossOf = ({ seed }: State, id: string) =>
  seed.lostKeyVaults?.find((one) => sameId(one.id, id))?.state;

/** A key vault of 2023-07-01 (azure-contract §14). */
function wireOf({ id, location }: KeyVaultSeed): KeyVaultWire {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.KeyVault/vaults',
    location,
    tags: {},
    properties: {
      sku: { family: 'A', name: 'standard' },
      vaultUri: `https://${nameOf(id)}.vault.azure.net/`,
      enabledForDiskEncryption: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
      provisioningState: 'Succeeded',
    },
  };
}

const type = 'Microsoft.KeyVault/vaults';

export const keyVaultRoutes: readonly Route[] = collection({
  type,
  name: 'keyVaults',
  list: keyVaultsOf,
  wireOf,
  only: ['list', 'get'],
  // One that the person lacks access to is still listed.
  refuse: (state, id) => (lossOf(state, id) === 'forbidden' ? forbidden(`${type}/read`, id) : null),
});
