import {
  type GuardProxyWire,
  unlockDeleteRequestWire,
} from '#src/api/recovery-services/requests.ts';
import { failure } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { onVault, vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { notTaken } from '#src/mocks/recovery-services/point-actions.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  list,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The resource guard of a vault (azure-contract §2). A vault has one link at most; its usual name is a guess (G). */

const nameOfProxy = ({ guardProxy = 'VaultProxy' }: VaultSeed): string => guardProxy;

/** The guarded operations of the simulated Azure; a real guard configures them. */
const GUARDED = ['triggerRestoreRequests', 'deleteProtectedItemRequests'];

const DELETE = 'deleteProtectedItemRequests/default';

function proxyOf(guard: string, vault: VaultSeed): GuardProxyWire {
  const name = nameOfProxy(vault);
  return {
    // No id of the vault's own (S).
    id: `/backupmanagement/resources/backupResourceGuardProxies/${name}`,
    name,
    type: 'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies',
    properties: {
      resourceGuardResourceId: guard,
      resourceGuardOperationDetails: GUARDED.map((operation) => ({
        vaultCriticalOperation: `Microsoft.DataProtection/resourceGuards/${operation}`,
        defaultResourceRequest: `${guard}/${operation}/default`,
      })),
      lastUpdatedTime: '2025-01-14T09:20:47.8210031Z',
      description: 'Please take JIT access before performing any of the critical operation',
    },
  };
}

/** Handlers whose work is given the guard of the vault, when the path names the link to it. */
const onGuard = handlersBy((call, work: (guard: string, vault: VaultSeed) => Answer) =>
  withVault(call, (vault) => {
    const { resourceGuard } = vault;
    return resourceGuard !== undefined && sameId(param(call, 'proxy'), nameOfProxy(vault))
      ? work(resourceGuard, vault)
      : failure(404, 'ResourceNotFound', `The proxy ${param(call, 'proxy')} was not found.`);
  }),
);

/** For an hour, as the official example shows (S); what is refused is a guess (G). */
function unlock(call: Call, guard: string): Answer {
  const body = unlockDeleteRequestWire.safeParse(parseJson(call.request.body));
  if (!body.success) return notTaken('a request to delete what is guarded');
  const given = body.data.resourceGuardOperationRequests ?? [];
  return given.some((one) => sameId(one, `${guard}/${DELETE}`))
    ? ok({ unlockDeleteExpiryTime: sevenDecimals(call.now + 3_600_000) })
    : failure(403, 'AuthorizationFailed', `The resource guard has not granted ${DELETE}.`);
}

const path = `${vaultPath}/backupResourceGuardProxies`;
export const resourceGuardRoutes: readonly Route[] = [
  route.get(
    'vaults.guardProxies',
    path,
    onVault((_, vault) => {
      const { resourceGuard } = vault;
      return list(resourceGuard === undefined ? [] : [proxyOf(resourceGuard, vault)]);
    }),
  ),
  route.get(
    'vaults.guardProxy',
    `${path}/{proxy}`,
    onGuard((_, guard, vault) => ok(proxyOf(guard, vault))),
  ),
  route.post('vaults.unlockDelete', `${path}/{proxy}/unlockDelete`, onGuard(unlock)),
];
