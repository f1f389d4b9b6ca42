import { failure, invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { vaultAction, vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/rights.ts';
import { readWish } from '#src/mocks/recovery-services/vault-wish.ts';
import { wished } from '#src/mocks/recovery-services/vault-wished.ts';
import { vaultWireOf } from '#src/mocks/recovery-services/vaults.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import type { VaultChange } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * Changing a vault (azure-contract §1). That a change is taken with a 202 and needs a while is a
 * guess (G): the contract knows 200 and 202, and not when which comes.
 */

/** Simulated time until the vault obeys (G). */
const OPERATION_MS = 20_000;

/** What the official example answers. */
const RETRY_AFTER = { 'Retry-After': '10' };

/** Operation ids of vaults are base64 with `=` at the end (S, R). */
const operationIdOf = (call: Call, vault: VaultSeed): string => {
  const key = `${vault.id.toLowerCase()}:${call.state.vaultChanges.length}:${call.now}`;
  return btoa(`${guidFrom(`change:${key}`)};${guidFrom(`operation:${key}`)}`);
};

/** Both addresses, absolute as in traffic (R); the official example has them relative (S). */
function pollingHeaders(
  call: Call,
  { vaultId, operationId }: Pick<VaultChange, 'vaultId' | 'operationId'>,
): Record<string, string> {
  const address = (kind: string): string =>
    `https://management.azure.com${vaultId}/${kind}/${operationId}?api-version=${call.apiVersion}`;
  return {
    'Azure-AsyncOperation': address('operationStatus'),
    Location: address('operationResults'),
    ...RETRY_AFTER,
  };
}

const isRunning = ({ endsAt }: VaultChange, now: number): boolean => now < endsAt;

/** What stands in the way of any change; null when nothing does. */
function refusal(call: Call, vault: VaultSeed): Answer | null {
  const forbidden = refuseInReadOnlyGroup(call, `${vaultAction}/write`, vault.id);
  if (forbidden !== null) return forbidden;
  const isBusy = call.state.vaultChanges.some(
    (told) => sameId(told.vaultId, vault.id) && isRunning(told, call.now),
  );
  // Status and code are guesses (G).
  return isBusy
    ? failure(409, 'Conflict', 'Another operation is in progress on this vault.')
    : null;
}

function change(call: Call, vault: VaultSeed): Answer {
  const wish = readWish(parseJson(call.request.body));
  const wanted = typeof wish === 'string' ? wish : wished(call, vault, wish);
  if (typeof wanted === 'string') return invalidInput(wanted);
  const refused = refusal(call, vault);
  if (refused !== null) return refused;
  const changed = vaultWireOf({ ...vault, ...wanted });
  // That there is nothing to wait for when nothing changes is a guess (G).
  if (JSON.stringify(changed) === JSON.stringify(vaultWireOf(vault))) return ok(changed);
  const operationId = operationIdOf(call, vault);
  const accepted = { operationId, vaultId: vault.id, change: wanted };
  return {
    status: 202,
    headers: pollingHeaders(call, accepted),
    events: [{ type: 'vault-changed', at: call.now, operationMs: OPERATION_MS, ...accepted }],
  };
}

/** Runs `work` with the change whose operation the path names; 404 without one, its code G. */
function withChange(call: Call, work: (told: VaultChange, vault: VaultSeed) => Answer): Answer {
  return withVault(call, (vault) => {
    const operation = param(call, 'operation');
    const found = call.state.vaultChanges.find(
      ({ operationId, vaultId }) => operationId === operation && sameId(vaultId, vault.id),
    );
    return found === undefined
      ? failure(404, 'OperationNotFound', `Operation ${operation} was not found.`)
      : work(found, vault);
  });
}

export const vaultChangeRoutes: readonly Route[] = [
  {
    operation: 'vaults.update',
    method: 'PATCH',
    path: vaultPath,
    action: `${vaultAction}/write`,
    handle: (call) => withVault(call, (vault) => change(call, vault)),
  },
  {
    operation: 'vaults.operationStatus',
    method: 'GET',
    path: `${vaultPath}/operationStatus/{operation}`,
    action: `${vaultAction}/operationStatus/read`,
    handle: (call) =>
      withChange(call, (found) => {
        const isOver = !isRunning(found, call.now);
        const { operationId } = found;
        // No more than these three (R).
        const status = isOver ? 'Succeeded' : 'InProgress';
        return {
          ...ok({ id: operationId, name: operationId, status }),
          headers: isOver ? {} : RETRY_AFTER,
        };
      }),
  },
  {
    operation: 'vaults.operationResult',
    method: 'GET',
    path: `${vaultPath}/operationResults/{operation}`,
    action: `${vaultAction}/operationResults/read`,
    handle: (call) =>
      withChange(call, (found, vault) =>
        isRunning(found, call.now)
          ? { status: 202, headers: pollingHeaders(call, found) }
          : ok(vaultWireOf(vault)),
      ),
  },
];
