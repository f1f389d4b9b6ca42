import { failure } from '#src/mocks/errors.ts';
import { isOver } from '#src/mocks/recovery-services/operation-report.ts';
import { type Answer, type Call, ok, param, route, type Route } from '#src/mocks/service.ts';
import { offsetText } from '#src/mocks/time/text.ts';
import type { OperationKind, WorldEvent } from '#src/mocks/world/events.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { sameId } from '#src/model/resource-id.ts';

/** How long-running requests of Compute, Network and SQL virtual machines are followed, in the region where they are done. */

/** What is followed: a request of a provider in a region, over after so many simulated milliseconds. */
export interface Following {
  readonly kind: Extract<OperationKind, 'compute' | 'network' | 'sql'>;
  readonly location: string;
  readonly ms: number;
  /** An extension's answer has a body and `Location` (2024-03-01, S). */
  readonly hasLocation?: true;
}

/** Seconds between two questions (G). */
const PAUSE = '5';

const providers = {
  compute: 'Microsoft.Compute',
  network: 'Microsoft.Network',
  sql: 'Microsoft.SqlVirtualMachine',
} as const;

/**
 * An answer that is followed by its operation. With a body there is `Azure-AsyncOperation` alone, without one
 * `Location` too (2024-03-01, S; headers R).
 */
export function followed(
  call: Call,
  { kind, location, ms, hasLocation }: Following,
  answer: Answer,
): Answer {
  const key = `${call.state.seed.name}:${kind}:${call.state.seq}:${call.state.operations.length}:${call.now}`;
  const operationId = guidFrom(`operation of ${key}`);
  const scope = `/subscriptions/${param(call, 'sub')}/providers/${providers[kind]}/locations/${location}`;
  const base = `https://management.azure.com${scope}`;
  const query = `api-version=${call.apiVersion}`;
  const result = kind === 'compute' ? 'operations' : 'operationResults';
  const monitor = kind === 'compute' ? 'monitor=true&' : '';
  const event: WorldEvent = {
    type: 'operation-accepted',
    at: call.now,
    operationId,
    operationMs: ms,
    kind,
    scopeId: scope,
  };
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'Azure-AsyncOperation': `${base}/operations/${operationId}?${query}`,
      'Azure-AsyncNotification': 'Enabled',
      ...(answer.body === undefined || hasLocation === true
        ? { Location: `${base}/${result}/${operationId}?${monitor}${query}` }
        : {}),
      'Retry-After': PAUSE,
    },
    events: [...(answer.events ?? []), event],
  };
}

function find(call: Call, kind: Following['kind']): Operation | undefined {
  return call.state.operations.find(
    (one) => one.kind === kind && sameId(one.operationId, param(call, 'operation')),
  );
}

const unknown = (call: Call): Answer =>
  failure(404, 'NotFound', `The operation ${param(call, 'operation')} was not found.`);

/** The error of an operation that failed; null while it runs, and when it succeeded. */
const errorOf = ({ ending }: Operation) =>
  ending === undefined
    ? {}
    : {
        error: ending.error ?? {
          code: 'OperationPreempted',
          message: 'The operation was preempted by a more recent operation.',
        },
      };

function computeStatus(call: Call): Answer {
  const operation = find(call, 'compute');
  if (operation === undefined) return unknown(call);
  if (call.request.url.searchParams.has('monitor')) return outcomeOf(call, operation);
  const { operationId: name, startedAt, endsAt, ending } = operation;
  const startTime = offsetText(startedAt);
  return isOver(operation, call.now)
    ? ok({
        startTime,
        endTime: offsetText(endsAt),
        status: ending?.status ?? 'Succeeded',
        ...errorOf(operation),
        name,
      })
    : { ...ok({ startTime, status: 'InProgress', name }), headers: { 'Retry-After': PAUSE } };
}

/** Their status alone; that of SQL virtual machines, address and body, is a guess (G). */
const plainStatus = (kind: 'network' | 'sql') => (call: Call): Answer => {
  const operation = find(call, kind);
  if (operation === undefined) return unknown(call);
  return isOver(operation, call.now)
    ? ok({ status: operation.ending?.status ?? 'Succeeded', ...errorOf(operation) })
    : { ...ok({ status: 'InProgress' }), headers: { 'Retry-After': PAUSE } };
};

/** What `Location` leads to: 202 while the operation runs, then its end, which names the address again (S). */
function outcomeOf({ now, request }: Call, operation: Operation): Answer {
  if (!isOver(operation, now)) return { status: 202, headers: { 'Retry-After': PAUSE } };
  const { error } = errorOf(operation);
  return error === undefined
    ? { status: 200, headers: { Location: request.url.href } }
    : failure(409, error.code, error.message);
}

function networkResult(call: Call): Answer {
  const operation = find(call, 'network');
  return operation === undefined ? unknown(call) : outcomeOf(call, operation);
}

const path = (provider: string, kind: string): string =>
  `/subscriptions/{sub}/providers/${provider}/locations/{location}/${kind}/{operation}`;

export const computeOperationRoutes: readonly Route[] = [
  route.get('computeOperations.get', path('Microsoft.Compute', 'operations'), computeStatus),
  route.get('networkOperations.get', path('Microsoft.Network', 'operations'), plainStatus('network')),
  route.get('sqlOperations.get', path('Microsoft.SqlVirtualMachine', 'operations'), plainStatus('sql')),
  route.get('networkResults.get', path('Microsoft.Network', 'operationResults'), networkResult),
];
