import * as z from 'zod/mini';
import { acceptedOperation, type OperationState, pollOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send } from '#src/api/arm/send.ts';
import { operationStatusWire } from '#src/api/arm/wire.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Operations on protected items of which only the id is known (azure-contract §7; 2024-04-01). */

/** What an answer without a pause of its own asks to be waited. */
const RETRY_MS = 60_000;

/** Where an operation stands: `GET {PI}/operationsStatus/{operation}`. */
export function getItemOperation(
  arm: ArmPipelines,
  itemId: ResourceId,
  operationId: string,
): Promise<OperationState> {
  return statusAt(arm, addressOf(`${itemId}/operationsStatus`, operationId));
}

/** The same by the vault alone, for operations on any of its items: `GET {V}/backupOperations/{operation}`. */
export function getVaultOperation(
  arm: ArmPipelines,
  vaultId: ResourceId,
  operationId: string,
): Promise<OperationState> {
  return statusAt(arm, addressOf(`${vaultId}/backupOperations`, operationId));
}

/** What an operation left behind: the item, or nothing. */
export type ItemOperationResult =
  | { readonly status: 'running'; readonly retryAfterMs: number }
  | { readonly status: 'done'; readonly item: ProtectedItem | null };

/** What an operation has come to: `GET {PI}/operationResults/{operation}`. */
export function getItemOperationResult(
  arm: ArmPipelines,
  itemId: ResourceId,
  operationId: string,
): Promise<ItemOperationResult> {
  return resultAt(arm, addressOf(`${itemId}/operationResults`, operationId));
}

/** The same by the vault alone: `GET {V}/backupOperationResults/{operation}`. */
export function getVaultOperationResult(
  arm: ArmPipelines,
  vaultId: ResourceId,
  operationId: string,
): Promise<ItemOperationResult> {
  return resultAt(arm, addressOf(`${vaultId}/backupOperationResults`, operationId));
}

const addressOf = (collection: string, operationId: string): string =>
  `${collection}/${operationId}?api-version=${BACKUP_API_VERSION}`;

function statusAt(arm: ArmPipelines, pollUrl: string): Promise<OperationState> {
  return pollOperation(arm, { pollUrl, pollKind: 'status', retryAfterMs: RETRY_MS });
}

/** Document 004 shows the operation's status in the place of the item. */
const resultWire = z.union([
  z.pipe(protectedItemWire, z.transform(toProtectedItem)),
  z.pipe(
    operationStatusWire,
    z.transform(() => null),
  ),
]);

async function resultAt(arm: ArmPipelines, url: string): Promise<ItemOperationResult> {
  const answer = await send(arm, { method: 'GET', url });
  if (answer.status === 202) {
    return { status: 'running', retryAfterMs: acceptedOperation(answer)?.retryAfterMs ?? RETRY_MS };
  }
  return { status: 'done', item: answer.body === '' ? null : readBody(resultWire, answer) };
}
