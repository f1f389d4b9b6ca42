import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { invariant } from '#src/lib/result.ts';

let pipelines: ArmPipelines | null = null;
let signIn: () => Promise<void> = () => Promise.resolve();

/**
 * Makes the pipelines known to the query factories, and how one signs in again, once, before the
 * application is drawn.
 */
export function startSession(arm: ArmPipelines, again?: () => Promise<void>): void {
  pipelines = arm;
  signIn = again ?? signIn;
}

/** Signs in again a person whose session has ended in Azure. */
export async function signInAgain(): Promise<void> {
  await signIn();
}

/** The pipelines of this session. */
export function session(): ArmPipelines {
  invariant(pipelines, 'a query ran before the session had started');
  return pipelines;
}
