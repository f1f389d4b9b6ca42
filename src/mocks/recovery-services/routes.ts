import { fileRecoveryRoutes } from '#src/mocks/recovery-services/file-recovery.ts';
import { jobsExportRoutes } from '#src/mocks/recovery-services/jobs-export.ts';
import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
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
import { vaultFactRoutes } from '#src/mocks/recovery-services/vault-facts.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vaults-change.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import { validationRoutes } from '#src/mocks/recovery-services/validations.ts';
import { list, route, type Route } from '#src/mocks/service.ts';

const backupRoutes: readonly Route[] = [
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...vaultFactRoutes,
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

/** What the official list leaves out (S): rights to points, cross-region and validation. */
const missing = /accessToken|Crr|CrossRegion|AadProperties|Validate/;

/** The list of what roles may allow on vaults, made from the operations that there are. */
function operationNameRoute(others: readonly Route[]): Route {
  const actions = new Set(others.map(({ action }) => action));
  const names = [...actions].filter((action) => !missing.test(action)).toSorted();
  return route.get('operations.list', '/providers/Microsoft.RecoveryServices/operations', () =>
    list(names.map(entryOf)),
  );
}

/** The official list spells the namespace in lower case (S). */
function entryOf(action: string) {
  const name = action.replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices');
  const [operation = '', resource = ''] = action.split('/').toReversed();
  return {
    name,
    display: { provider: 'microsoft.recoveryservices', resource, operation, description: name },
    origin: 'user',
  };
}

/** Every simulated operation of Recovery Services. */
export const recoveryServicesRoutes: readonly Route[] = [
  ...backupRoutes,
  operationNameRoute(backupRoutes),
];
