/** The api-version sent to the backup services (design: the newest that the contract was read at). */
export const BACKUP_API_VERSION = '2024-04-01';

/** The version whose answers come from a vault's secondary region (azure-contract §9). */
export const SECONDARY_API_VERSION = '2023-01-15';
