import type { Seed } from '#src/mocks/world/seed.ts';
import { accounts, groups, roleAssignments, subscriptions, vaults } from './default-estate.ts';
import { protectedMachines } from './default-instances.ts';
import { defaultJobs, defaultStart } from './default-jobs.ts';
import { diskAccesses, encryptionSets, networks } from './default-network.ts';
import { exampleParts, exampleSubscription } from './document.ts';

/** A night at Contoso: the documents' example among sixteen other machines in four more vaults. */
export const defaultWorld: Seed = {
  name: 'default',
  startsAt: defaultStart,
  frontDoor: 'WESTEUROPE',
  subscriptions: [...subscriptions, ...exampleParts.subscriptions],
  groups: [...groups, ...exampleParts.groups],
  vaults: [...vaults, ...exampleParts.vaults],
  machines: protectedMachines.map(({ machine }) => machine),
  instances: protectedMachines.map(({ instance }) => instance),
  accounts: [
    ...accounts,
    ...exampleParts.accounts,
    {
      id: `/subscriptions/${exampleSubscription}/resourceGroups/testRG/providers/Microsoft.Storage/storageAccounts/testzrsaccount`,
      location: 'westus',
      kind: 'StorageV2',
      sku: 'Standard_ZRS',
    },
  ],
  networks: [...networks, ...exampleParts.networks],
  encryptionSets,
  diskAccesses,
  roleAssignments,
  jobs: defaultJobs,
};
