/**
 * Pages of lists and of what they lead to, fetched in one piece when somebody goes to one: apart they
 * would cut what they share into many small files, which weigh more together.
 */
export { InstancePage } from '#src/pages/instance/InstancePage.tsx';
export { InstancesPage } from '#src/pages/instances/InstancesPage.tsx';
export { JobsPage } from '#src/pages/jobs/JobsPage.tsx';
export { VaultPage } from '#src/pages/vault/VaultPage.tsx';
export { VaultsPage } from '#src/pages/vaults/VaultsPage.tsx';
