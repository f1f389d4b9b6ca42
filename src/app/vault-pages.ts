/**
 * The pages of vaults with their first reads, fetched in one piece when somebody goes to one: apart
 * they would cut what they share with other pages into many small files.
 */
export { loadVault } from '#src/pages/vault/load.ts';
export { VaultPage } from '#src/pages/vault/VaultPage.tsx';
export { loadVaults } from '#src/pages/vaults/load.ts';
export { VaultsPage } from '#src/pages/vaults/VaultsPage.tsx';
