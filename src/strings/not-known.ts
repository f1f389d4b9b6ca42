import { sentences } from '#src/strings/sentences.ts';

/** Texts for a fact that isn’t known: why, and what to do next. */
export const notKnown = sentences({
  /** What each read is of, as in "You may not read the vault." */
  reads: {
    instance: 'the backup instance',
    points: 'the restore points',
    secondaryPoints: 'the restore points of the secondary region',
    vault: 'the vault',
    vaultEncryption: 'the encryption of the vault',
    machine: 'the source machine',
    disks: 'the disks of the source machine',
    subscriptions: 'the subscriptions',
    groups: 'the resource groups',
    accounts: 'the storage accounts',
    networks: 'the virtual networks',
    machineNames: 'the names of the machines',
    encryptionSets: 'the disk encryption sets',
    diskAccesses: 'the disk accesses',
    regions: 'the regions',
    permissions: 'your rights where the restore goes',
    vaultPermissions: 'your rights in the vault',
    interfaces: 'the network cards of the source machine',
    subnets: 'the subnets of the source machine',
    publicAddresses: 'the public addresses of the source machine',
    balancers: 'the load balancers of the source machine',
    sizes: 'the machine sizes of the region',
    stagingGrants: 'the roles of the identity on the staging account',
    groupGrants: 'the roles of the identity in the target resource group',
  },
  readAgain: (what: string) => `Try again to read ${what}`,
  cut: (what: string) => `Azure lists more than was read of ${what}.`,
  notChosen: 'It hangs on something that is not chosen yet.',
  notReported: 'Azure was asked, and its answer does not say it.',
  notReadHere: 'This version of Restore Center does not ask Azure for it.',
  question: 'No API reports it, and its question isn’t answered.',
  answer: 'Answer it',
  nobody: {
    diskHistory:
      'It cannot be known: Azure tells the sizes that disks have now, not those they had.',
  },
} as const);
