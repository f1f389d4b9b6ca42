import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { invariant } from '#src/lib/invariant.ts';

let pipelines: ArmPipelines | null = null;

/** Makes the pipelines known to the query factories, once, before the application is drawn. */
export function startSession(arm: ArmPipelines): void {
  pipelines = arm;
}

/** The pipelines of this session. */
export function session(): ArmPipelines {
  invariant(pipelines, 'a query ran before the session had started');
  return pipelines;
}
