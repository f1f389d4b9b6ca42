import { failure } from '#src/mocks/errors.ts';
import { objectIn, parseJson, textIn } from '#src/mocks/json.ts';
import { isOver } from '#src/mocks/recovery-services/operation-report.ts';
import {
  type Answer,
  type Call,
  type Handler,
  ok,
  param,
  route,
  type Route,
} from '#src/mocks/service.ts';
import { offsetText } from '#src/mocks/time/text.ts';
import type { OperationKind, WorldEvent } from '#src/mocks/world/events.ts';
import type { Operation, State } from '#src/mocks/world/fold.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

/** How writes of Compute, Network and SQL virtual machines are taken, and followed in the region where they are done. */

/** A resource as a request describes it, whole. */
export interface ResourceWrite {
  readonly id: string;
  readonly apiVersion: string;
  readonly body: unknown;
  /** The version that the writer has read, as `If-Match` says it. */
  readonly ifMatch?: string;
  /** The resource must not be there yet (`If-None-Match: *`). */
  readonly isOnlyNew?: boolean;
}

/** A write that is taken. */
interface Accepted {
  readonly kind: 'accepted';
  readonly status: 200 | 201;
  /** Simulated milliseconds until the write is over. */
  readonly ms: number;
  /** The resource as the answer shows it. */
  readonly body: unknown;
  /** Makes it so. */
  readonly event: WorldEvent;
}

/** What comes of a write. */
export type WriteOutcome = { readonly kind: 'refused'; readonly answer: Answer } | Accepted;

/**
 * Writes a resource whole, as a PUT does. Refuses from the facts of the world. Pure; `at` in simulated epoch
 * milliseconds; `state` is the world as it is seen then (`stateAt`).
 */
export type WriteResource = (state: State, at: number, write: ResourceWrite) => WriteOutcome;

/** Removes a resource; null where there is none of the id. */
export type RemoveResource = (state: State, at: number, id: string) => WriteOutcome | null;

/** An answer as the outcome of a write. */
export const asRefused = (answer: Answer): WriteOutcome => ({ kind: 'refused', answer });

/** A write that is taken: how the answer shows the resource, and what is written. */
export const written = (
  body: unknown,
  event: Omit<Extract<WorldEvent, { readonly type: 'resource-written' }>, 'type'>,
): WriteOutcome => ({
  kind: 'accepted',
  status: event.isNew ? 201 : 200,
  ms: event.ms,
  body,
  event: { type: 'resource-written', ...event },
});

/** A removal that is taken, over after so many simulated milliseconds. */
export const removed = (id: string, at: number, ms: number): WriteOutcome => ({
  kind: 'accepted',
  status: 200,
  ms,
  body: undefined,
  event: { type: 'resource-removed', at, id },
});

/** The write that a request asks for. */
export function writeOf(call: Call, id: string): ResourceWrite {
  const { headers, body } = call.request;
  const ifMatch = headers.get('if-match');
  return {
    id,
    apiVersion: call.apiVersion,
    body: parseJson(body),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(headers.get('if-none-match') === '*' ? { isOnlyNew: true } : {}),
  };
}

/** Handles a PUT of a resource. */
export const putting =
  (
    kind: FollowedKind,
    write: WriteResource,
    idOf: (call: Call) => string,
    more: Pick<Following, 'hasLocation'> = {},
  ): Handler =>
  (call) => {
    const wanted = writeOf(call, idOf(call));
    if (!isBody(wanted.body)) return unreadable();
    const location = textIn(objectIn(wanted.body)['location']) ?? '';
    return answered(call, write(call.state, call.now, wanted), {
      ...more,
      kind,
      location: location.replaceAll(/\s/g, '').toLowerCase(),
    });
  };

/** Whether a value is an object with keys. */
const isBody = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 400 for a body that is no JSON object (ARM, InvalidRequestContent: I). */
const unreadable = (): Answer =>
  failure(
    400,
    'InvalidRequestContent',
    'The request content was invalid and could not be deserialized.',
  );

/** The answer of a write, with its event, followed where it is done; with another status where it is given. */
export function answered(
  call: Call,
  outcome: WriteOutcome,
  { status, ...follow }: Omit<Following, 'ms'> & { readonly status?: 202 },
): Answer {
  if (outcome.kind === 'refused') return outcome.answer;
  const { ms, body, event } = outcome;
  return followed(
    call,
    { ...follow, ms },
    status === undefined
      ? { status: outcome.status, body, events: [event] }
      : { status, events: [event] },
  );
}

/** Handles a DELETE: 202, and 204 where there is nothing to remove. */
export const removing =
  (kind: FollowedKind, remove: RemoveResource, idOf: (call: Call) => string): Handler =>
  (call) => {
    const id = idOf(call);
    const outcome = remove(call.state, call.now, id);
    if (outcome === null) return { status: 204 };
    // Where it is followed is the region of the group: what is removed may have no other left.
    const location = findGroup(call.state, groupOf(id))?.location ?? '';
    return answered(call, outcome, { kind, location, status: 202 });
  };

/** Who does what is followed. */
export type FollowedKind = Extract<OperationKind, 'compute' | 'network' | 'sql'>;

/** What is followed: a request of a provider in a region, over after so many simulated milliseconds. */
interface Following {
  readonly kind: FollowedKind;
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

function find(call: Call, kind: FollowedKind): Operation | undefined {
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
const plainStatus =
  (kind: 'network' | 'sql') =>
  (call: Call): Answer => {
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

export const writeOperationRoutes: readonly Route[] = [
  route.get('computeOperations.get', path('Microsoft.Compute', 'operations'), computeStatus),
  route.get(
    'networkOperations.get',
    path('Microsoft.Network', 'operations'),
    plainStatus('network'),
  ),
  route.get(
    'sqlOperations.get',
    path('Microsoft.SqlVirtualMachine', 'operations'),
    plainStatus('sql'),
  ),
  route.get('networkResults.get', path('Microsoft.Network', 'operationResults'), networkResult),
];
