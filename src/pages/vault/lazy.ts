/** What the route fetches when somebody goes there: the page and its first reads, in one piece. */
export { loadVault } from '#src/pages/vault/load.ts';
export { VaultPage } from '#src/pages/vault/VaultPage.tsx';
