import { listText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts that say what a summary covers, and what nothing here looks at. */
export const coverage = sentences({
  state: 'Not looked at',
  /** The end of a summary: what it doesn’t cover. */
  line: (names: readonly string[]) => `Not looked at: ${listText(names)}.`,
  /** The same of summaries that are no restore's own. */
  ofPoints:
    'By the documented constraints. Not looked at: permissions in the target, quotas, resource locks, and Azure Policy.',
  ofTemplate:
    'Not looked at: free capacity, and what each service checks only when it creates the resource.',
  ofAction: 'Not looked at: resource locks, Azure Policy, and Conditional Access.',
  /** What could reject a restore or make it fail. */
  refuser: {
    rightsVault: 'your permissions in the vault',
    rightsTarget: 'your permissions in the target',
    rightsNetwork: 'your permissions in the network',
    identity: 'roles of the managed identity',
    snapshotRights: 'roles on the snapshots',
    point: 'the restore point',
    names: 'names',
    otherRestores: 'other restores',
    staging: 'the staging storage account',
    addresses: 'network and addresses',
    size: 'size and zone',
    cores: 'core quota',
    keyVault: 'the key vault',
    power: 'the power state',
    restoresToday: 'restores of the day',
    constraints: 'documented constraints',
    azure: 'validation by Azure',
    locks: 'locks',
    policies: 'policies',
    signIn: 'Conditional Access',
    guard: 'resource guard',
    quotas: 'other quotas',
    capacity: 'capacity',
    keyAccess: 'encryption keys',
    accessNodes: 'the access nodes',
    credentials: 'the hypervisor’s permissions in Azure',
    runner: 'the VM that runs the script',
  },
} as const);
