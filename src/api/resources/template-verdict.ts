import { ArmError, armFacts } from '#src/api/arm/error.ts';
import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import {
  deploymentAddress,
  deploymentWire,
  idsIn,
  reasonsIn,
  toDeploymentBody,
  toPredictedChanges,
  whatIfWire,
} from '#src/api/resources/deployments.ts';
import type { DeploymentOrder, DeploymentReason, PredictedChange } from '#src/model/deployment.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How Azure judges a template before it is deployed. */

/** Azure rejects the template, the values or what they would create. */
export interface RejectedTemplate {
  readonly kind: 'rejected';
  readonly reasons: readonly DeploymentReason[];
}

/** Azure has not answered yet: `next` is where its answer will be. */
export interface Pending {
  readonly kind: 'pending';
  readonly next: AcceptedOperation;
}

/** A template that Azure accepts, and what it found in it; whether all will succeed is another question. */
export interface Validated {
  readonly kind: 'valid';
  readonly resources: readonly ResourceId[];
}

export interface Predicted {
  readonly kind: 'predicted';
  readonly changes: readonly PredictedChange[];
}

/** The reasons of a refusal by Azure; null for whatever is no refusal of the template. */
export function rejectionOf(error: unknown): RejectedTemplate | null {
  const facts = armFacts(error);
  if (facts?.kind !== 'refused' || facts.status !== 400) return null;
  const reasons = reasonsIn(facts.body);
  const { code, message } = facts;
  return {
    kind: 'rejected',
    reasons: reasons.length > 0 ? reasons : [{ code, message, target: null }],
  };
}

/**
 * Validates a deployment: `POST …/Microsoft.Resources/deployments/{name}/validate` (2024-03-01).
 * Nothing is created. @throws ArmError for refusals that are not about the template.
 */
export async function validateTemplate(
  arm: ArmPipelines,
  id: ResourceId,
  order: DeploymentOrder,
): Promise<Validated | RejectedTemplate | Pending> {
  return outcomeOf(validationIn, () =>
    send(arm, {
      method: 'POST',
      url: deploymentAddress(id, '/validate'),
      body: toDeploymentBody(order),
    }),
  );
}

/** Asks again for the outcome of a validation that Azure has accepted. @throws ArmError. */
export async function pollTemplateValidation(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<Validated | RejectedTemplate | Pending> {
  return outcomeOf(validationIn, () => followed(arm, operation, signal), operation);
}

/**
 * Asks what a deployment would change: `POST …/Microsoft.Resources/deployments/{name}/whatIf`
 * (2024-03-01). @throws ArmError for refusals that are not about the template.
 */
export async function predictChanges(
  arm: ArmPipelines,
  id: ResourceId,
  order: DeploymentOrder,
): Promise<Predicted | RejectedTemplate | Pending> {
  return outcomeOf(predictionIn, () =>
    send(arm, {
      method: 'POST',
      url: deploymentAddress(id, '/whatIf'),
      body: toDeploymentBody(order),
    }),
  );
}

/** Asks again for a prediction that Azure has accepted. @throws ArmError. */
export async function pollPrediction(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<Predicted | RejectedTemplate | Pending> {
  return outcomeOf(predictionIn, () => followed(arm, operation, signal), operation);
}

const followed = (
  arm: ArmPipelines,
  { pollUrl }: AcceptedOperation,
  signal: AbortSignal | undefined,
): Promise<ArmAnswer> => send(arm, { method: 'GET', url: pollUrl, signal });

async function outcomeOf<Outcome>(
  outcomeIn: (answer: ArmAnswer) => Outcome,
  ask: () => Promise<ArmAnswer>,
  before: AcceptedOperation | null = null,
): Promise<Outcome | RejectedTemplate | Pending> {
  try {
    const answer = await ask();
    return answer.status === 202 ? pendingBy(answer, before) : outcomeIn(answer);
  } catch (error) {
    const rejection = rejectionOf(error);
    if (rejection === null) throw error;
    return rejection;
  }
}

/** @throws ArmError where no answer said where the outcome will be. */
function pendingBy(answer: ArmAnswer, before: AcceptedOperation | null): Pending {
  const next = acceptedOperation(answer) ?? before;
  if (next !== null) return { kind: 'pending', next };
  throw new ArmError({
    kind: 'unreadable',
    status: answer.status,
    message: 'Azure’s answer doesn’t say where its result can be read.',
    requestId: answer.requestId,
    body: answer.body,
  });
}

function validationIn(answer: ArmAnswer): Validated | RejectedTemplate {
  const { properties } = readBody(deploymentWire, answer);
  const reasons = reasonsIn(properties?.error);
  return reasons.length > 0
    ? { kind: 'rejected', reasons }
    : { kind: 'valid', resources: idsIn(properties?.validatedResources) };
}

function predictionIn(answer: ArmAnswer): Predicted | RejectedTemplate {
  const wire = readBody(whatIfWire, answer);
  return wire.status?.toLowerCase() === 'failed'
    ? { kind: 'rejected', reasons: reasonsIn(wire.error) }
    : { kind: 'predicted', changes: toPredictedChanges(wire) };
}
