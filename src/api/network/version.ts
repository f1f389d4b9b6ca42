/** The api-version of Microsoft.Network that all its groups here send (azure-contract §14). */
export const NETWORK_API_VERSION = '2024-01-01';
