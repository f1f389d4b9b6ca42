import { archiveRoutes } from '#src/mocks/recovery-services/archive.ts';
import { fileRecoveryRoutes } from '#src/mocks/recovery-services/file-recovery.ts';
import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
import { operationRoutes } from '#src/mocks/recovery-services/operations.ts';
import { protectRoutes } from '#src/mocks/recovery-services/protect.ts';
import { protectedItemRoutes } from '#src/mocks/recovery-services/protected-items.ts';
import { recoveryPointRoutes } from '#src/mocks/recovery-services/recovery-points.ts';
import { restoreRoutes } from '#src/mocks/recovery-services/restores.ts';
import { secondaryRestoreRoutes } from '#src/mocks/recovery-services/secondary-restores.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vault-changes.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import { list, route, type Route } from '#src/mocks/service.ts';

const backupRoutes: readonly Route[] = [
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...protectedItemRoutes,
  ...protectRoutes,
  ...recoveryPointRoutes,
  ...fileRecoveryRoutes,
  ...archiveRoutes,
  ...restoreRoutes,
  ...secondaryRestoreRoutes,
  ...operationRoutes,
  ...jobRoutes,
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
