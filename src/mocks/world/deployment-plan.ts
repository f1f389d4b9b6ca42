/** What a deployment of a template does, decided when it is accepted. */

/** Why a resource of a template is not created, as Azure answers it. */
export interface DeploymentError {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** The same as a step's status message has it; `status` only where the resource itself ended badly. */
export interface StepFailure {
  readonly status?: 'Failed';
  readonly error: DeploymentError;
}

/** One resource of a template; `Event` is what its creation is to the world. */
export interface DeploymentStep<Event> {
  readonly operationId: string;
  readonly resourceId: string;
  /** Simulated epoch milliseconds. */
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** The name of an HTTP status, such as `Created`. */
  readonly statusCode: string;
  /** Missing: the step failed. */
  readonly made?: Event;
  readonly failure?: StepFailure;
}

/** A deployment as it was accepted. */
export interface DeploymentPlan<Event> {
  readonly deploymentId: string;
  /** The id of its operation status: 20 digits (aftercare §1.6, R). */
  readonly operationId: string;
  readonly correlationId: string;
  /** Only resources that depend on no failed one have a step. */
  readonly steps: readonly DeploymentStep<Event>[];
  /** When its last step has ended and the deployment with it. */
  readonly endsAtMs: number;
  /** What every answer says of it: parameters, mode, hash, providers, dependencies. */
  readonly echo: Readonly<Record<string, unknown>>;
}
