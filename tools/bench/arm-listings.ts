import {
  BACKUP_API_VERSION,
  GROUP_API_VERSION,
  MACHINE_API_VERSION,
  NETWORK_API_VERSION,
  STORAGE_API_VERSION,
} from '#src/api/versions.ts';
import type { SimulatedAzure } from '#src/mocks/azure.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';

/** A page of a list as a client asks for it. */
export interface Listing {
  readonly name: string;
  /** With the query. */
  readonly path: string;
  /** Of a question to Resource Graph. */
  readonly body?: string;
}

const version = `api-version=${BACKUP_API_VERSION}`;

/** The lists that ARM gives, of a vault in the middle of the world and of its subscription. */
export async function armListings(azure: SimulatedAzure): Promise<Listing[]> {
  const state = await azure.state();
  const vault = state.seed.vaults[1000];
  const instance = instancesIn(state, vault?.id ?? '')[0];
  if (vault === undefined || instance === undefined) throw new Error('The world has no vaults.');
  const [subscription = ''] = vault.id.split('/resourceGroups/');
  const providers = `${subscription}/providers`;
  const filter = "$filter=backupManagementType eq 'AzureIaasVM'";
  return [
    { name: 'vaults', path: `${providers}/Microsoft.RecoveryServices/vaults?${version}` },
    { name: 'protected items', path: `${vault.id}/backupProtectedItems?${version}&${filter}` },
    { name: 'recovery points', path: `${instance.id}/recoveryPoints?${version}` },
    { name: 'jobs', path: `${vault.id}/backupJobs?${version}&${filter}` },
    {
      name: 'virtual machines',
      path: `${providers}/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
    },
    {
      name: 'resource groups',
      path: `${subscription}/resourcegroups?api-version=${GROUP_API_VERSION}`,
    },
    {
      name: 'storage accounts',
      path: `${providers}/Microsoft.Storage/storageAccounts?api-version=${STORAGE_API_VERSION}`,
    },
    {
      name: 'virtual networks',
      path: `${providers}/Microsoft.Network/virtualNetworks?api-version=${NETWORK_API_VERSION}`,
    },
  ];
}
