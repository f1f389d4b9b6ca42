import { andText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for a fact that isn’t known: why, and what to do next. */
export const notKnown = sentences({
  /** What each read is of, as in "Read the vault again". */
  reads: {
    instance: 'the backup instance',
    points: 'the restore points',
    secondaryPoints: 'the restore points of the secondary region',
    vault: 'the vault',
    vaultEncryption: 'the encryption of the vault',
    machine: 'the source VM',
    disks: 'the disks of the source VM',
    subscriptions: 'the subscriptions',
    groups: 'the resource groups',
    accounts: 'the storage accounts',
    networks: 'the virtual networks',
    machineNames: 'the names of the VMs',
    encryptionSets: 'the disk encryption sets',
    diskAccesses: 'the disk accesses',
    regions: 'the regions',
    ownRegions: 'the zones of the VM’s subscription',
    permissions: 'your permissions where the restore goes',
    vaultPermissions: 'your permissions in the vault',
    interfaces: 'the NICs of the source VM',
    subnets: 'the subnets of the source VM',
    publicAddresses: 'the public addresses of the source VM',
    balancers: 'the load balancers of the source VM',
    sizes: 'the VM sizes of the region',
    stagingGrants: 'the identity’s roles on the staging storage account',
    groupGrants: 'the identity’s roles in the target resource group',
  },
  readAgain: (what: string) => `Read ${what} again`,
  cut: (what: string) => `Restore Center read only part of ${what}.`,
  notChosen: 'Depends on a selection you haven’t made.',
  notReported: 'Azure’s response doesn’t include it.',
  notReadHere: 'This version of Restore Center doesn’t request it from Azure.',
  question: 'No API reports it, and you haven’t answered its question.',
  answer: 'Answer it',
  nobody: {
    diskHistory: 'Azure reports only the current sizes of disks, not earlier ones.',
  },
} as const);

/** Where the value of a fact comes from, below the fact. */
export const factFrom = sentences({
  /** `things` as in "the vault and the regions"; `age` as in "3 min". */
  read: (things: readonly string[], age: string | null) => {
    const from = `Read from ${andText(things)}`;
    return age === null ? `${from}.` : `${from}, ${age} ago.`;
  },
  answered: 'You answered this.',
  counted: 'Counted in this form.',
  chosen: 'Selected in this draft.',
  product: 'Assumed: no Azure service reports it.',
} as const);
