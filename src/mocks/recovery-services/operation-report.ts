import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import { failure } from '#src/mocks/errors.ts';
import { withVault } from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, handlersBy, ok, param } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import { guidFrom, hexFrom } from '#src/mocks/world/ids.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * Addresses at which an accepted operation is followed (azure-contract §7). Up to 2020 they are
 * those of document 004; later ones are signed, long, and must come back unchanged.
 */

/** What signed addresses say, whatever version was sent (azure-contract §7, S; the version R). */
const SIGNED_VERSION = '2025-02-01';

const host = 'https://management.azure.com';

/** A certificate's place: its length is what matters (3 to 5 kB in recordings). */
const certificate = (key: string): string => `MII${hexFrom(`certificate:${key}`, 2400)}`;

function signatureOf(operationId: string, kind: string, time: string): string {
  return `${hexFrom(`signature:${operationId}:${kind}:${time}`, 340)}+/${hexFrom(operationId, 12)}`;
}

interface PollingAddress {
  readonly basePath: string;
  readonly kind: 'operationsStatus' | 'operationResults';
  readonly operationId: string;
  readonly apiVersion: string;
  readonly isSigned: boolean;
  readonly now: number;
}

function addressOf({
  basePath,
  kind,
  operationId,
  apiVersion,
  isSigned,
  now,
}: PollingAddress): string {
  const plain = `${basePath}/${kind}/${operationId}?api-version=${apiVersion}`;
  if (!isSigned) return plain;
  const time = String((BigInt(now) + 62_135_596_800_000n) * 10_000n);
  const signature = encodeURIComponent(signatureOf(operationId, kind, time));
  return `${plain}&t=${time}&c=${certificate(time)}&s=${signature}&h=${hexFrom(`hash:${time}`, 43)}`;
}

/**
 * Headers of a 202: both addresses and the wait. The item is spelled `vm;…` and the provider in
 * lower case, `Location` has the doubled `subscriptions//subscriptions/` (document 004).
 */
export function pollingHeaders(
  call: Call,
  itemId: string,
  operationId: string,
): Record<string, string> {
  const path = itemId
    .replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices')
    .replace(/\/protectionContainers\/IaasVMContainer;/i, '/protectionContainers/iaasvmcontainer;')
    .replace(/\/protectedItems\/VM;/i, '/protectedItems/vm;');
  const address = {
    operationId,
    apiVersion: call.isNumeric ? call.apiVersion : SIGNED_VERSION,
    isSigned: !call.isNumeric,
    now: call.now,
  };
  return {
    'Azure-AsyncOperation': addressOf({
      ...address,
      basePath: `${host}${path}`,
      kind: 'operationsStatus',
    }),
    Location: addressOf({
      ...address,
      basePath: `${host}/subscriptions/${path}`,
      kind: 'operationResults',
    }),
    'Retry-After': '60',
  };
}

/** Where an operation of the vault's own, or of a region's, is followed. */
interface PlainAddresses {
  /** Path of what the addresses are under. */
  readonly basePath: string;
  /** Names of the two collections, which every kind of operation spells in its own way. */
  readonly status: string;
  readonly result: string;
  readonly operationId: string;
  readonly seconds: number;
}

/** Headers of a 202 whose addresses have no signature, as in the official examples (S). */
export function plainPolling(
  { apiVersion }: Call,
  { basePath, status, result, operationId, seconds }: PlainAddresses,
): Record<string, string> {
  const address = (kind: string): string =>
    `${host}${basePath}/${kind}/${operationId}?api-version=${apiVersion}`;
  return {
    'Azure-AsyncOperation': address(status),
    Location: address(result),
    'Retry-After': String(seconds),
  };
}

/**
 * Refuses a polling address whose signature was changed (403; the code is a guess, G). One without
 * any signature passes: clients also follow an operation by its id alone (C).
 */
export function refuseSignature(call: Call, kind: PollingAddress['kind']): Answer | null {
  const query = call.request.url.searchParams;
  const parts = ['t', 'c', 's', 'h'].map((name) => query.get(name));
  if (parts.every((part) => part === null)) return null;
  const [time, given, signature, hash] = parts;
  const operationId = call.params['operation'] ?? '';
  const isGenuine =
    signature === signatureOf(operationId, kind, time ?? '') &&
    given === certificate(time ?? '') &&
    hash === hexFrom(`hash:${time ?? ''}`, 43);
  return isGenuine
    ? null
    : failure(403, 'AuthorizationFailed', 'The signature of the operation address is not valid.');
}

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

/** Operations of a kind that a vault itself has: what starts one, and its two addresses. */
export function vaultOperations({ kind, under = '', status, result, seconds }: VaultOperationKind) {
  const headersOf = (call: Call, { id }: VaultSeed, operationId: string): Record<string, string> =>
    plainPolling(call, { basePath: `${id}${under}`, status, result, operationId, seconds });
  const onOperation = onVaultOperation(kind);
  return {
    accept: (
      call: Call,
      vault: VaultSeed,
      told: Pick<Accepted, 'operationMs' | 'properties' | 'result'>,
    ): Answer => {
      const event = acceptOperation(call, { kind, scopeId: vault.id, ...told });
      return { status: 202, headers: headersOf(call, vault, event.operationId), events: [event] };
    },
    status: onOperation((call, operation) => statusAnswer(call, operation, seconds)),
    /** What came of it, or 202 with the same headers while it runs. */
    result: onOperation((call, operation, vault) =>
      isOver(operation, call.now)
        ? ok(operation.result)
        : { status: 202, headers: headersOf(call, vault, operation.operationId) },
    ),
  };
}

interface VaultOperationKind extends Pick<PlainAddresses, 'status' | 'result' | 'seconds'> {
  readonly kind: Operation['kind'];
  /** The part of the addresses between the vault and their collections. */
  readonly under?: string;
}

/** What the status of an operation tells of the job that it started. */
export const withJob = (jobId: string) => ({
  objectType: 'OperationStatusJobExtendedInfo',
  jobId,
});

/** 202 with both addresses of an item, and what comes of it. */
export function acceptedOn(
  call: Call,
  { id }: InstanceSeed,
  {
    events,
    ...told
  }: Pick<Accepted, 'operationMs' | 'properties'> & {
    readonly events: (operationId: string) => readonly WorldEvent[];
  },
): Answer {
  const operation = acceptOperation(call, { kind: 'item', scopeId: id, ...told });
  return {
    status: 202,
    headers: pollingHeaders(call, id, operation.operationId),
    events: [operation, ...events(operation.operationId)],
  };
}
