import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
import { operationRoutes } from '#src/mocks/recovery-services/operations.ts';
import { protectedItemRoutes } from '#src/mocks/recovery-services/protected-items.ts';
import { recoveryPointRoutes } from '#src/mocks/recovery-services/recovery-points.ts';
import { restoreRoutes } from '#src/mocks/recovery-services/restores.ts';
import { secondaryAccessRoutes } from '#src/mocks/recovery-services/secondary-access.ts';
import { secondaryJobRoutes } from '#src/mocks/recovery-services/secondary-jobs.ts';
import { secondaryRestoreRoutes } from '#src/mocks/recovery-services/secondary-restores.ts';
import { validationRoutes } from '#src/mocks/recovery-services/validations.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vaults-change.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import type { Route } from '#src/mocks/service.ts';

/** Every operation of Recovery Services that the simulated Azure knows. */
export const recoveryServicesRoutes: readonly Route[] = [
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...protectedItemRoutes,
  ...recoveryPointRoutes,
  ...restoreRoutes,
  ...validationRoutes,
  ...secondaryAccessRoutes,
  ...secondaryRestoreRoutes,
  ...secondaryJobRoutes,
  ...operationRoutes,
  ...jobRoutes,
];
