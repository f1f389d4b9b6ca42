/** What the route fetches when somebody goes there: the page and its first reads, in one piece. */
export { loadVaults } from '#src/pages/vaults/load.ts';
export { VaultsPage } from '#src/pages/vaults/VaultsPage.tsx';
