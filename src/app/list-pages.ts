/**
 * List pages and the pages they lead to, fetched in one chunk on first use: separate chunks would cut their
 * shared code into many small files, which weigh more together.
 */
export { InstancePage } from '#src/pages/instance/InstancePage.tsx';
export { InstancesPage } from '#src/pages/InstancesPage.tsx';
export { JobsPage } from '#src/pages/jobs/JobsPage.tsx';
export { VaultPage } from '#src/pages/VaultPage.tsx';
export { VaultsPage } from '#src/pages/VaultsPage.tsx';
