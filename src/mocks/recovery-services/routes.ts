import { fileRecoveryRoutes } from '#src/mocks/recovery-services/file-recovery.ts';
import { jobsExportRoutes } from '#src/mocks/recovery-services/jobs-export.ts';
import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
import { operationNameRoute } from '#src/mocks/recovery-services/operation-names.ts';
import { operationRoutes } from '#src/mocks/recovery-services/operations.ts';
import { protectedItemRoutes } from '#src/mocks/recovery-services/protected-items.ts';
import { protectionRoutes } from '#src/mocks/recovery-services/protection.ts';
import { recoveryPointRoutes } from '#src/mocks/recovery-services/recovery-points.ts';
import { resourceGuardRoutes } from '#src/mocks/recovery-services/resource-guards.ts';
import { restoreRoutes } from '#src/mocks/recovery-services/restores.ts';
import { secondaryAccessRoutes } from '#src/mocks/recovery-services/secondary-access.ts';
import { secondaryJobRoutes } from '#src/mocks/recovery-services/secondary-jobs.ts';
import { secondaryRestoreRoutes } from '#src/mocks/recovery-services/secondary-restores.ts';
import { tieringCostRoutes } from '#src/mocks/recovery-services/tiering-cost.ts';
import { tierRoutes } from '#src/mocks/recovery-services/tiers.ts';
import { allVaultRoutes } from '#src/mocks/recovery-services/vault-routes.ts';
import { validationRoutes } from '#src/mocks/recovery-services/validations.ts';
import type { Route } from '#src/mocks/service.ts';

const backupRoutes: readonly Route[] = [
  ...allVaultRoutes,
  ...resourceGuardRoutes,
  ...protectedItemRoutes,
  ...protectionRoutes,
  ...recoveryPointRoutes,
  ...fileRecoveryRoutes,
  ...tierRoutes,
  ...tieringCostRoutes,
  ...restoreRoutes,
  ...validationRoutes,
  ...secondaryAccessRoutes,
  ...secondaryRestoreRoutes,
  ...secondaryJobRoutes,
  ...operationRoutes,
  ...jobRoutes,
  ...jobsExportRoutes,
];

/** Every operation of Recovery Services that the simulated Azure knows. */
export const recoveryServicesRoutes: readonly Route[] = [
  ...backupRoutes,
  operationNameRoute(backupRoutes),
];
