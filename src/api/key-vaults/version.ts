/** The api-version of Microsoft.KeyVault (azure-contract §14). */
export const KEY_VAULT_API_VERSION = '2023-07-01';
