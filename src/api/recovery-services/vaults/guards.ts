import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import {
  guardProxyPageWire,
  type GuardProxyWire,
  guardProxyWire,
  type UnlockDeleteRequestWire,
  unlockDeleteWire,
} from '#src/api/recovery-services/vaults/wire-guards.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { ResourceGuardProxy } from '#src/model/resource-guard.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * The resource guards that watch over a vault: `GET {V}/backupResourceGuardProxies` (azure-contract
 * §2; 2024-04-01). With one, a restore needs a request that the guard has granted.
 */
export async function listGuardProxies(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<ResourceGuardProxy[]> {
  const url = `${vaultId}/backupResourceGuardProxies?api-version=${BACKUP_API_VERSION}`;
  return (await wholeList(arm, guardProxyPageWire, url, signal)).map(toProxy);
}

/** Reads one of them: `GET {V}/backupResourceGuardProxies/{proxy}` (2024-04-01). */
export async function getGuardProxy(
  arm: ArmPipelines,
  vaultId: ResourceId,
  name: string,
  signal?: AbortSignal,
): Promise<ResourceGuardProxy> {
  const url = `${vaultId}/backupResourceGuardProxies/${name}?api-version=${BACKUP_API_VERSION}`;
  return toProxy(await sendFor(arm, guardProxyWire, { method: 'GET', url, signal }));
}

/** What shall be deleted, and what the guard has granted for it. */
export interface UnlockDelete {
  readonly name: string;
  readonly resourceToBeDeleted: ResourceId;
  readonly guardRequests: readonly ResourceId[];
}

/**
 * Asks for the right to delete what a guard protects, once: `POST
 * {V}/backupResourceGuardProxies/{proxy}/unlockDelete` (2024-04-01).
 * @returns until when it holds; null when Azure does not say.
 */
export async function unlockDelete(
  arm: ArmPipelines,
  vaultId: ResourceId,
  { name, resourceToBeDeleted, guardRequests }: UnlockDelete,
): Promise<Instant | null> {
  const body: UnlockDeleteRequestWire = {
    resourceGuardOperationRequests: [...guardRequests],
    resourceToBeDeleted,
  };
  const url = `${vaultId}/backupResourceGuardProxies/${name}/unlockDelete?api-version=${BACKUP_API_VERSION}`;
  const request = { method: 'POST', url, body, starts: true } as const;
  return parseInstant((await sendFor(arm, unlockDeleteWire, request)).unlockDeleteExpiryTime);
}

function toProxy({ name, properties }: GuardProxyWire): ResourceGuardProxy {
  const details = properties?.resourceGuardOperationDetails ?? [];
  return {
    name,
    guardId: resourceId(properties?.resourceGuardResourceId ?? ''),
    operations: details.map(({ vaultCriticalOperation, defaultResourceRequest }) => ({
      operation: vaultCriticalOperation ?? '',
      request: resourceId(defaultResourceRequest ?? ''),
    })),
  };
}
