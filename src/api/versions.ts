/** The api-version of Microsoft.Authorization (azure-contract §14). */
export const AUTHORIZATION_API_VERSION = '2022-04-01';

/** The api-versions of Microsoft.Compute, by type (azure-contract §14): its types move apart. */

/** Virtual machines, and what a region has for them. */
export const MACHINE_API_VERSION = '2024-03-01';

/** Disks, snapshots, disk accesses and disk encryption sets. */
export const DISK_API_VERSION = '2023-10-02';

/** The list of sizes with their zones and restrictions. */
export const SIZE_API_VERSION = '2021-07-01';

/**
 * Classic virtual machines: a provider of its own, Microsoft.ClassicCompute, which knows none of the
 * versions above. The contract names none for it; this is the last stable one generally known (G).
 */
export const CLASSIC_MACHINE_API_VERSION = '2017-04-01';

/** The api-version sent to Data Protection (azure-contract §0). */
export const DATA_PROTECTION_API_VERSION = '2024-04-01';

/** The api-version of Microsoft.KeyVault (azure-contract §14). */
export const KEY_VAULT_API_VERSION = '2023-07-01';

/** The api-version of Microsoft.Network that all its groups here send (azure-contract §14). */
export const NETWORK_API_VERSION = '2024-01-01';

/** The api-version sent to the backup services (design: the newest that the contract was read at). */
export const BACKUP_API_VERSION = '2024-04-01';

/** The version whose answers come from a vault's secondary region (azure-contract §9). */
export const SECONDARY_API_VERSION = '2023-01-15';

/** The api-version of Microsoft.ResourceGraph (azure-contract §0). */
export const GRAPH_API_VERSION = '2022-10-01';

/** The api-versions of Azure Resource Manager itself, Microsoft.Resources (azure-contract §14). */

/** Subscriptions, their locations, and which zones of two subscriptions are the same. */
export const SUBSCRIPTION_API_VERSION = '2022-12-01';

/** Resource groups. */
export const GROUP_API_VERSION = '2021-04-01';

/** Deployments of templates. */
export const DEPLOYMENT_API_VERSION = '2024-03-01';

/** The api-version of Microsoft.SqlVirtualMachine: its newest stable specification. */
export const SQL_API_VERSION = '2023-10-01';

/** The api-version of Microsoft.Storage (azure-contract §14). */
export const STORAGE_API_VERSION = '2023-05-01';
