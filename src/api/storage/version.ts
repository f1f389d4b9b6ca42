/** The api-version of Microsoft.Storage (azure-contract §14). */
export const STORAGE_API_VERSION = '2023-05-01';
