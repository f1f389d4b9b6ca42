/**
 * Pages of lists and of what they lead to, fetched in one piece when somebody goes to one: apart they
 * would cut what they share into many small files, which weigh more together.
 */
export { InstancesPage } from '#src/pages/instances/InstancesPage.tsx';
export { JobPage } from '#src/pages/job/JobPage.tsx';
export { JobsPage } from '#src/pages/jobs/JobsPage.tsx';
export { loadVault } from '#src/pages/vault/load.ts';
export { VaultPage } from '#src/pages/vault/VaultPage.tsx';
export { loadVaults } from '#src/pages/vaults/load.ts';
export { VaultsPage } from '#src/pages/vaults/VaultsPage.tsx';
