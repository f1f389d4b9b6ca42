import type {
  DeploymentPlan,
  DeploymentStep,
  StepFailure,
  StoredEvent,
  WorldEvent,
} from '#src/mocks/world/events.ts';
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

/** A resource that was accepted and ended badly (shape: aftercare §1.6, I; the inner reason G). */
const ENDED_BADLY: StepFailure = {
  status: 'Failed',
  error: {
    code: 'ResourceDeploymentFailure',
    message: "The resource operation completed with terminal provisioning state 'Failed'.",
    details: [
      {
        code: 'InternalExecutionError',
        message: 'An internal execution error occurred. Please retry later.',
      },
    ],
  },
};

/** Simulated time between the end of a deployment's last step and its own (G). */
const ENDS_AFTER_MS = 1000;

/** A deployment whose resource with this number (from 0) ends badly; what would start later never does. */
export function failedAt(
  plan: DeploymentPlan<WorldEvent>,
  task: number,
): DeploymentPlan<WorldEvent> {
  const failing = plan.steps[Math.min(task, plan.steps.length - 1)];
  if (failing === undefined) return plan;
  const steps = plan.steps
    .filter((step) => step === failing || step.startsAtMs < failing.endsAtMs)
    .map((step) => {
      if (step !== failing) return step;
      const { made, ...rest } = step;
      const failed = { ...rest, statusCode: 'Conflict', failure: ENDED_BADLY };
      return made?.type === 'resource-written'
        ? { ...failed, made: { ...made, hasFailed: true } }
        : failed;
    });
  const endsAtMs = Math.max(...steps.map((step) => step.endsAtMs)) + ENDS_AFTER_MS;
  return { ...plan, steps, endsAtMs };
}
