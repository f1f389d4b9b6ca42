import type { Step } from '#src/mocks/deployments/plan.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { DeploymentError } from '#src/mocks/world/events.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

/**
 * What providers check before a deployment starts; all else fails while it runs. That quotas and policies
 * are among it is recorded (aftercare §1.6, R and I), the rest is a guess (G).
 */
const POLICY = 'RequestDisallowedByPolicy';
const CHECKED_BEFORE = [POLICY, 'QuotaExceeded', 'OperationNotAllowed', 'SkuNotAvailable'];

/** The 400 for a deployment that providers reject before it starts; null where they accept it. */
export function refuseBefore(name: string, steps: readonly Step[]): Answer | null {
  const errors = steps.flatMap(({ failure, resourceId }) =>
    failure !== undefined && CHECKED_BEFORE.includes(failure.error.code)
      ? [detailOf(failure.error, resourceId)]
      : [],
  );
  return errors.length === 0 ? null : invalidDeployment(name, errors);
}

/** A policy's detail names the resource; a quota has another code than when a resource is put (aftercare §1.6, I and R). */
function detailOf(error: DeploymentError, resourceId: string): DeploymentError {
  if (error.code === POLICY) return { ...error, target: nameOf(resourceId) };
  const isQuota = error.code === 'OperationNotAllowed' && /quota/i.test(error.message);
  return isQuota ? { ...error, code: 'QuotaExceeded' } : error;
}

function invalidDeployment(name: string, details: readonly DeploymentError[]): Answer {
  return {
    status: 400,
    body: {
      error: { code: 'InvalidTemplateDeployment', message: messageOf(name, details), details },
    },
  };
}

function messageOf(name: string, details: readonly DeploymentError[]): string {
  if (details.every(({ code }) => code === POLICY)) {
    return 'The template deployment failed because of policy violation. Please see details for more information.';
  }
  const trackingId = guidFrom(`tracking:${name}`);
  return `The template deployment '${name}' is not valid according to the validation procedure. The tracking id is '${trackingId}'. See inner errors for details. Please see https://aka.ms/arm-deploy for usage details.`;
}
