/** The api-version sent to the backup services (design: the newest that the contract was read at). */
export const BACKUP_API_VERSION = '2024-04-01';
