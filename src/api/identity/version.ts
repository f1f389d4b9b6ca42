/** The api-version of Microsoft.ManagedIdentity (azure-contract §14). */
export const IDENTITY_API_VERSION = '2023-01-31';
