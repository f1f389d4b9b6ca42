import * as z from 'zod/mini';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { writeExtension } from '#src/mocks/compute/extensions.ts';
import { writeMachine } from '#src/mocks/compute/machine-writes.ts';
import { writeSqlMachine } from '#src/mocks/compute/sql-machines.ts';
import type { TemplateTarget } from '#src/mocks/deployments/template.ts';
import { refused } from '#src/mocks/errors.ts';
import { writeAddress, writeInterface } from '#src/mocks/network/interfaces.ts';
import type { Answer } from '#src/mocks/service.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import type { DeploymentError, DeploymentStep, WorldEvent } from '#src/mocks/world/events.ts';
import { type State, withEventAt } from '#src/mocks/world/fold.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { asRefused, type WriteResource } from '#src/mocks/write.ts';
import { sameId } from '#src/model/resource-id.ts';

export type Step = DeploymentStep<WorldEvent>;

/** What a template is to do, and the world before it. */
interface DeploymentOrder {
  /** All that was done, as it is stored. */
  readonly stored: State;
  /** Simulated epoch milliseconds. */
  readonly now: number;
  readonly deploymentId: string;
  readonly targets: readonly TemplateTarget[];
}

/** Simulated time before the first resource, and for one that is refused (G). */
const BEGINS_AFTER_MS = 2000;
const REFUSED_AFTER_MS = 1000;
/** Simulated time after the last one, for the outputs (G). */
const ENDS_AFTER_MS = 1000;

/** Types that can be written, in lower case. */
const writers: Readonly<Partial<Record<string, WriteResource>>> = {
  'microsoft.compute/virtualmachines': writeMachine,
  'microsoft.compute/virtualmachines/extensions': writeExtension,
  'microsoft.network/networkinterfaces': writeInterface,
  'microsoft.network/publicipaddresses': writeAddress,
  'microsoft.sqlvirtualmachine/sqlvirtualmachines': writeSqlMachine,
};

/** Writes a resource of any type, as a PUT of it does. */
const writeAny: WriteResource = (state, at, write) => {
  const type = parseResourceId(write.id)?.type ?? '';
  const writer = writers[type.toLowerCase()];
  if (writer !== undefined) return writer(state, at, write);
  const [provider = '', ...rest] = type.split('/');
  return asRefused(
    refused({
      status: 400,
      code: 'InvalidResourceType',
      message: `The resource type '${rest.join('/')}' could not be found in the namespace '${provider}' for api version '${write.apiVersion}'.`,
    }),
  );
};

/**
 * Writes one resource of a template after the other, each in the world that those before it have left,
 * as soon as all that it depends on is there. What depends on a failed one has no step.
 */
export function stepsOfOrder(order: DeploymentOrder): readonly Step[] {
  const { stored, now, deploymentId, targets } = order;
  let world = stored;
  const steps: Step[] = [];
  let left = targets;
  for (;;) {
    const next = nextOf(left, steps, now + BEGINS_AFTER_MS);
    if (next === undefined) return steps;
    const { target, startsAtMs } = next;
    const { id, apiVersion, body } = target;
    const outcome = writeAny(stateAt(world, startsAtMs), startsAtMs, { id, apiVersion, body });
    const common = {
      operationId: hexFrom(`${deploymentId}:${now}:${id}`, 16).toUpperCase(),
      resourceId: id,
      startsAtMs,
    };
    if (outcome.kind === 'accepted') {
      const { event: made, ms, status } = outcome;
      world = withEventAt(world, { seq: stored.seq + 1, event: made });
      steps.push({ ...common, endsAtMs: startsAtMs + ms, statusCode: nameOfStatus(status), made });
    } else {
      const { status } = outcome.answer;
      const failure = { error: errorIn(outcome.answer) };
      const endsAtMs = startsAtMs + REFUSED_AFTER_MS;
      steps.push({ ...common, endsAtMs, statusCode: nameOfStatus(status), failure });
    }
    left = left.filter((one) => one !== target);
  }
}

/** The resource that can start first, and when; undefined where none is left that can. */
function nextOf(left: readonly TemplateTarget[], steps: readonly Step[], earliestMs: number) {
  const ready = left.flatMap((target) => {
    const before = target.dependsOn.map((id) => steps.find((one) => sameId(one.resourceId, id)));
    if (before.some((one) => one?.made === undefined)) return [];
    const startsAtMs = Math.max(earliestMs, ...before.map((one) => one?.endsAtMs ?? 0));
    return [{ target, startsAtMs }];
  });
  return ready.toSorted((a, b) => a.startsAtMs - b.startsAtMs)[0];
}

/** When a deployment has ended: a moment after the last of its steps. */
export const endOf = (steps: readonly Step[], now: number): number =>
  Math.max(now + BEGINS_AFTER_MS, ...steps.map(({ endsAtMs }) => endsAtMs)) + ENDS_AFTER_MS;

const STATUS_NAMES: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
};

const nameOfStatus = (status: number): string => STATUS_NAMES[status] ?? 'InternalServerError';

const errorShape = z.looseObject({
  error: z.looseObject({ code: z.string(), message: z.string() }),
});

function errorIn({ body }: Answer): DeploymentError {
  return (
    errorShape.safeParse(body).data?.error ?? {
      code: 'InternalServerError',
      message: 'The resource provider gave no reason.',
    }
  );
}
