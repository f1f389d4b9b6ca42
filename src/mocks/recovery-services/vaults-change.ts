import { failure, invalidInput } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { isOver, unknownOperation } from '#src/mocks/recovery-services/operation-report.ts';
import { onVault, vaultAction, vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { refuseInReadOnlyGroup } from '#src/mocks/recovery-services/rights.ts';
import { readWish } from '#src/mocks/recovery-services/vault-wish.ts';
import { wished } from '#src/mocks/recovery-services/vault-wished.ts';
import { vaultWireOf } from '#src/mocks/recovery-services/vaults.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
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
const RETRY_SECONDS = 10;
const RETRY_AFTER = { 'Retry-After': String(RETRY_SECONDS) };

/** Operation ids of vaults are base64 with `=` at the end (S, R). */
const operationIdOf = (call: Call, vault: VaultSeed): string => {
  const key = `${vault.id.toLowerCase()}:${call.state.vaultChanges.length}:${call.now}`;
  return btoa(`${guidFrom(`change:${key}`)};${guidFrom(`operation:${key}`)}`);
};

/** Both addresses, absolute as in traffic (R); the official example has them relative (S). */
const pollingHeaders = (
  call: Call,
  { vaultId, operationId }: Pick<VaultChange, 'vaultId' | 'operationId'>,
): Record<string, string> =>
  plainPolling(call, {
    basePath: vaultId,
    status: 'operationStatus',
    result: 'operationResults',
    operationId,
    seconds: RETRY_SECONDS,
  });

/** What stands in the way of any change; null when nothing does. */
function refusal(call: Call, vault: VaultSeed): Answer | null {
  const forbidden = refuseInReadOnlyGroup(call, `${vaultAction}/write`, vault.id);
  if (forbidden !== null) return forbidden;
  const isBusy = call.state.vaultChanges.some(
    (told) => sameId(told.vaultId, vault.id) && !isOver(told, call.now),
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

/** Handlers whose work is given the change whose operation the path names; 404 without one, its code G. */
const onChange = handlersBy((call, work: (told: VaultChange, vault: VaultSeed) => Answer) =>
  withVault(call, (vault) => {
    const found = call.state.vaultChanges.find(
      ({ operationId, vaultId }) =>
        operationId === param(call, 'operation') && sameId(vaultId, vault.id),
    );
    return found === undefined ? unknownOperation(call) : work(found, vault);
  }),
);

export const vaultChangeRoutes: readonly Route[] = [
  route.patch('vaults.update', vaultPath, onVault(change)),
  route.get(
    'vaults.operationStatus',
    `${vaultPath}/operationStatus/{operation}`,
    onChange((call, { operationId, endsAt }) => {
      const isRunning = !isOver({ endsAt }, call.now);
      // No more than these three (R).
      const status = isRunning ? 'InProgress' : 'Succeeded';
      return {
        ...ok({ id: operationId, name: operationId, status }),
        headers: isRunning ? RETRY_AFTER : {},
      };
    }),
  ),
  route.get(
    'vaults.operationResult',
    `${vaultPath}/operationResults/{operation}`,
    onChange((call, found, vault) =>
      isOver(found, call.now)
        ? ok(vaultWireOf(vault))
        : { status: 202, headers: pollingHeaders(call, found) },
    ),
  ),
];
