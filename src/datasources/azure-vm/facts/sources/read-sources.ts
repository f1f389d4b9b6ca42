import type {
  FactsOf,
  FactSource,
  FromAzure,
  FieldGroup,
} from '#src/wizard/explain/fact-source.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import type { Question } from '#src/datasources/azure-vm/choices/schema.ts';

/** Everything that is asked; the moment of looking is not. */
export type ReadName = Exclude<keyof Reads, 'at'>;

/** Which operation a read is, and the read whose answer it takes its address from. */
export interface ReadSource {
  /** Method and path, with names for what differs; a query that belongs to it stands behind. */
  readonly operation: string;
  readonly apiVersion: string;
  /** It is not asked before this one is known; null: it hangs on a choice alone, or on nothing. */
  readonly after: ReadName | null;
  /** Once this is chosen it is asked without the read before. */
  readonly unlessChosen?: 'subscription';
}

const SUBSCRIPTION = '/subscriptions/{subscription}';
const VAULT = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.RecoveryServices/vaults/{vault}`;
const ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/{container}/protectedItems/{item}`;
const COMPUTE = 'providers/Microsoft.Compute';
const NETWORK = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Network`;
const RIGHTS = 'providers/Microsoft.Authorization';

/** The list of a subscription: the target's, which is the vault's own until another is chosen. */
const listOf = (path: string, apiVersion: string): ReadSource => ({
  operation: `GET ${SUBSCRIPTION}/${path}`,
  apiVersion,
  after: 'instance',
  unlessChosen: 'subscription',
});

/** A part of the network of the source machine. */
const networkPart = (path: string, after: ReadName): ReadSource => ({
  operation: `GET ${NETWORK}/${path}`,
  apiVersion: '2024-01-01',
  after,
});

/** Everything that the wizard asks Azure. */
export const READ_SOURCES: Readonly<Record<ReadName, ReadSource>> = {
  instance: { operation: `GET ${ITEM}`, apiVersion: '2024-04-01', after: null },
  points: { operation: `GET ${ITEM}/recoveryPoints`, apiVersion: '2024-04-01', after: null },
  // Asked where the restore goes to the secondary region.
  secondaryPoints: {
    operation: `GET ${ITEM}/recoveryPoints`,
    apiVersion: '2023-01-15',
    after: null,
  },
  vault: { operation: `GET ${VAULT}`, apiVersion: '2024-04-01', after: 'instance' },
  vaultEncryption: {
    operation: `GET ${VAULT}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
    apiVersion: '2024-04-01',
    after: 'instance',
  },
  machine: {
    operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${COMPUTE}/virtualMachines/{vm}?$expand=instanceView`,
    apiVersion: '2024-03-01',
    after: 'instance',
  },
  disks: {
    operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${COMPUTE}/disks/{disk}`,
    apiVersion: '2023-10-02',
    after: 'machine',
  },
  subscriptions: { operation: 'GET /subscriptions', apiVersion: '2022-12-01', after: null },
  groups: listOf('resourcegroups', '2021-04-01'),
  accounts: listOf('providers/Microsoft.Storage/storageAccounts', '2023-05-01'),
  networks: listOf('providers/Microsoft.Network/virtualNetworks', '2024-01-01'),
  machineNames: listOf(`${COMPUTE}/virtualMachines`, '2024-03-01'),
  encryptionSets: listOf(`${COMPUTE}/diskEncryptionSets`, '2023-10-02'),
  diskAccesses: listOf(`${COMPUTE}/diskAccesses`, '2023-10-02'),
  regions: listOf('locations', '2022-12-01'),
  permissions: {
    operation: `GET {scope}/${RIGHTS}/permissions`,
    apiVersion: '2022-04-01',
    after: 'instance',
    unlessChosen: 'subscription',
  },
  vaultPermissions: {
    operation: `GET ${VAULT}/${RIGHTS}/permissions`,
    apiVersion: '2022-04-01',
    after: 'vault',
  },
  interfaces: networkPart('networkInterfaces/{card}', 'machine'),
  subnets: networkPart('virtualNetworks/{network}/subnets/{subnet}', 'interfaces'),
  publicAddresses: networkPart('publicIPAddresses/{address}', 'interfaces'),
  balancers: networkPart('loadBalancers/{balancer}', 'interfaces'),
  sizes: {
    operation: `GET ${SUBSCRIPTION}/${COMPUTE}/skus`,
    apiVersion: '2021-07-01',
    after: 'vault',
  },
  // Then each role that is assigned is asked what it gives.
  stagingGrants: {
    operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{account}/${RIGHTS}/roleAssignments`,
    apiVersion: '2022-04-01',
    after: 'vault',
  },
  groupGrants: {
    operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${RIGHTS}/roleAssignments`,
    apiVersion: '2022-04-01',
    after: 'vault',
  },
};

/** Where a fact about the restore of a virtual machine comes from. */
export type VmFactSource = FactSource<ReadName, Question>;

export type SourcesOf<Group extends string> = Readonly<Record<FactsOf<Group>, VmFactSource>>;

/** A fact that Azure reports, and about the secondary region only with the region that it is. */
export const reportedOfRegion = (...group: FieldGroup<ReadName>): FromAzure<ReadName> => ({
  from: 'azure',
  fieldGroups: [group],
  inSecondary: [
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ],
});
