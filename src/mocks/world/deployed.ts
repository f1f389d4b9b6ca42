import type { DeploymentPlan, DeploymentStep } from '#src/mocks/world/deployment-plan.ts';
import type { StoredEvent, WorldEvent } from '#src/mocks/world/events.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A deployment that was accepted, with what became of it. */
export interface Deployment {
  readonly plan: DeploymentPlan<WorldEvent>;
  /** When it was accepted, in simulated epoch milliseconds. */
  readonly atMs: number;
  readonly seq: number;
  readonly cancelledAtMs: number | null;
}

/** Deployments of which the newest of an id is canceled. */
export function cancelled(
  all: readonly Deployment[],
  deploymentId: string,
  atMs: number,
): readonly Deployment[] {
  const last = all.findLast(({ plan }) => sameId(plan.deploymentId, deploymentId));
  return all.map((one) => (one === last ? { ...one, cancelledAtMs: atMs } : one));
}

/** The steps that are done at all: those that start before the deployment is canceled. */
export function stepsOf({
  plan,
  cancelledAtMs,
}: Deployment): readonly DeploymentStep<WorldEvent>[] {
  return cancelledAtMs === null
    ? plan.steps
    : plan.steps.filter(({ startsAtMs }) => startsAtMs < cancelledAtMs);
}

/** What deployments have started to create by a moment, in the order of its coming. */
export function deployedBy(all: readonly Deployment[], now: number): readonly StoredEvent[] {
  return all
    .flatMap((deployment) =>
      stepsOf(deployment).flatMap(({ made }) =>
        made === undefined || made.at > now ? [] : [{ seq: deployment.seq, event: made }],
      ),
    )
    .toSorted((a, b) => a.event.at - b.event.at);
}
