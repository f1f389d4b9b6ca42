import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import { failure } from '#src/mocks/errors.ts';
import { type Answer, type Call, handlersBy, ok, param } from '#src/mocks/service.ts';
import { withVault } from '#src/mocks/recovery-services/paths.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** How operations of the backup service are reported, whatever they do (azure-contract §7). */

/** The year 1 without a zone: what `endTime` says while an operation runs (R). */
const notEnded = '0001-01-01T00:00:00';

/** What a report tells of an operation. */
export type Reported = Pick<
  Operation,
  'operationId' | 'startedAt' | 'endsAt' | 'ending' | 'properties'
>;

/** Whether an operation is over. */
export const isOver = ({ endsAt }: Pick<Operation, 'endsAt'>, now: number): boolean =>
  now >= endsAt;

/**
 * The status of an operation. Where versions are numeric, `startTime` equals `endTime` at the end as
 * document 004 prints it.
 */
export function statusWireOf(
  operation: Reported,
  { now, isNumeric }: Pick<Call, 'now' | 'isNumeric'>,
): OperationStatusWire {
  const { operationId, startedAt, endsAt, ending, properties } = operation;
  const startTime = sevenDecimals(startedAt);
  const common = { id: operationId, name: operationId };
  if (!isOver(operation, now))
    return { ...common, status: 'InProgress', startTime, endTime: notEnded };
  const endTime = isNumeric ? startTime : sevenDecimals(endsAt);
  // The key `error` exists only where there is a reason; without success there is no job.
  if (ending !== undefined) return { ...common, ...ending, startTime, endTime };
  return {
    ...common,
    status: 'Succeeded',
    startTime,
    endTime,
    ...(properties === undefined ? {} : { properties }),
  };
}

/** 200 with the status; while it runs with the pause until the next question. */
export function statusAnswer(call: Call, operation: Reported, seconds: number): Answer {
  return {
    ...ok(statusWireOf(operation, call)),
    headers: isOver(operation, call.now) ? {} : { 'Retry-After': String(seconds) },
  };
}

/** 404 for an unknown operation; its code is a guess (G). */
export function unknownOperation(call: Call): Answer {
  return failure(404, 'OperationNotFound', `Operation ${param(call, 'operation')} was not found.`);
}

type Accepted = Extract<WorldEvent, { readonly type: 'operation-accepted' }>;

/** The event of a request that is taken now and done later. */
export function acceptOperation(
  { state, now }: Call,
  told: Pick<Accepted, 'kind' | 'scopeId' | 'operationMs' | 'properties' | 'result'>,
): Accepted {
  const key = `${state.seed.name}:${told.kind}:${state.operations.length}:${now}`;
  return {
    type: 'operation-accepted',
    at: now,
    operationId: guidFrom(`operation of ${key}`),
    ...told,
  };
}

/** Handlers whose work is given the operation of a kind that the path names, started for its vault. */
export const onVaultOperation = (kind: Operation['kind']) =>
  handlersBy((call, work: (operation: Operation, vault: VaultSeed) => Answer) =>
    withVault(call, (vault) => {
      const found = call.state.operations.find(
        (one) =>
          one.kind === kind &&
          sameId(one.operationId, param(call, 'operation')) &&
          sameId(one.scopeId, vault.id),
      );
      return found === undefined ? unknownOperation(call) : work(found, vault);
    }),
  );

/** What came of an operation of a vault, or 202 with the same headers while it runs. */
export const resultAnswer = (
  { now }: Call,
  operation: Operation,
  headers: Readonly<Record<string, string>>,
): Answer => (isOver(operation, now) ? ok(operation.result) : { status: 202, headers });
