import type { DeploymentPlan, StepFailure } from '#src/mocks/world/deployment-plan.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';

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
