import { diskInstanceRoutes } from '#src/mocks/data-protection/instances.ts';
import { diskJobRoutes } from '#src/mocks/data-protection/jobs.ts';
import { diskOperationRoutes } from '#src/mocks/data-protection/operations.ts';
import { diskPointRoutes } from '#src/mocks/data-protection/points.ts';
import { diskRestoreRoutes } from '#src/mocks/data-protection/restores.ts';
import { backupVaultRoutes } from '#src/mocks/data-protection/vaults.ts';
import type { Route } from '#src/mocks/service.ts';

/** Every simulated operation of Data Protection (azure-contract §11). */
export const dataProtectionRoutes: readonly Route[] = [
  ...backupVaultRoutes,
  ...diskInstanceRoutes,
  ...diskPointRoutes,
  ...diskRestoreRoutes,
  ...diskOperationRoutes,
  ...diskJobRoutes,
];
