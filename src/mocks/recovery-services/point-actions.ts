import { invalidInput } from '#src/mocks/errors.ts';
import { acceptOperation } from '#src/mocks/recovery-services/operation-report.ts';
import { withItem } from '#src/mocks/recovery-services/paths.ts';
import { pollingHeaders } from '#src/mocks/recovery-services/polling.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, handlersBy, param } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { findPoint } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, PointSeed } from '#src/mocks/world/seed.ts';

/** What actions on a recovery point have in common: none of them makes a job of its own here. */

/** Simulated time until such an operation is over (G). */
export const POINT_OPERATION_MS = 60_000;

/** Handlers whose work is given the recovery point that the path names, and its item. */
export const onPoint = handlersBy(
  (call, work: (point: PointSeed, instance: InstanceSeed) => Answer) =>
    withItem(call, (instance) => {
      const point = findPoint(instance, param(call, 'point'));
      return point === undefined ? pointNotFound(param(call, 'point')) : work(point, instance);
    }),
);

/** 202 with both addresses of the item, and what comes of it. */
export function acceptedOn(
  call: Call,
  { id }: InstanceSeed,
  {
    operationMs = POINT_OPERATION_MS,
    events,
  }: {
    readonly operationMs?: number;
    readonly events: (operationId: string) => readonly WorldEvent[];
  },
): Answer {
  const operation = acceptOperation(call, { kind: 'item', scopeId: id, operationMs });
  return {
    status: 202,
    headers: pollingHeaders(call, id, operation.operationId),
    events: [operation, ...events(operation.operationId)],
  };
}

/** 400 for a body that is not what the operation takes. */
export const notTaken = (what: string): Answer => invalidInput(`The request body is not ${what}.`);
