import { vaultFactRoutes } from '#src/mocks/recovery-services/vault-facts.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vaults-change.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import type { Route } from '#src/mocks/service.ts';

/** Every operation on a vault itself. */
export const allVaultRoutes: readonly Route[] = [
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...vaultFactRoutes,
];
