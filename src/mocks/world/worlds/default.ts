import type { Seed } from '#src/mocks/world/seed.ts';
import {
  accounts,
  accountsIn,
  groups,
  inGroup,
  quotas,
  roleAssignments,
  subscriptions,
  vaults,
} from './default-estate.ts';
import { backupVaults, diskInstances, diskJobs, diskRoles } from './default-disks.ts';
import { protectedMachines } from './default-instances.ts';
import { defaultJobs, defaultStart } from './default-jobs.ts';
import { leftDisks, leftParts } from './default-leftovers.ts';
import { diskAccesses, encryptionSets, lostKeyVaults, networks } from './default-network.ts';
import {
  specialAccounts,
  specialEncryptionSets,
  specialGroups,
  specialNetworks,
  specialRoles,
  specialSubscriptions,
  specialVaults,
} from './default-special-estate.ts';
import { exampleParts, exampleSubscription } from './document.ts';

/** A night at Contoso: the documents' example among other machines, each for a fact of its own, in five more vaults. */
export const defaultWorld: Seed = {
  name: 'default',
  startsAt: defaultStart,
  frontDoor: 'WESTEUROPE',
  subscriptions: [...subscriptions, ...exampleParts.subscriptions, ...specialSubscriptions],
  groups: [...groups, ...specialGroups, ...exampleParts.groups],
  vaults: [...vaults, ...specialVaults, ...exampleParts.vaults],
  machines: protectedMachines.map(({ machine }) => machine),
  instances: protectedMachines.map(({ instance }) => instance),
  accounts: [
    ...accounts,
    ...specialAccounts,
    ...exampleParts.accounts,
    accountsIn(inGroup(exampleSubscription, 'testRG'), 'westus')('testzrsaccount', {
      sku: 'Standard_ZRS',
    }),
  ],
  networks: [...networks, ...specialNetworks, ...exampleParts.networks],
  encryptionSets: [...encryptionSets, ...specialEncryptionSets],
  diskAccesses,
  roleAssignments: [...roleAssignments, ...specialRoles, ...diskRoles],
  backupVaults,
  diskInstances,
  diskJobs,
  quotas,
  lostKeyVaults,
  looseDisks: leftDisks,
  written: leftParts,
  jobs: defaultJobs,
};
