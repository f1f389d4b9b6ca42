import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import type { CommServe } from '#src/api/commvault/home.ts';
import type { TokenPair } from '#src/api/commvault/tokens.ts';

/** A CommServe of the deployment. */
export interface DeployedCommServe extends CommServe {
  /** What a demo starts with; on real ones a person enters them. */
  readonly tokens?: TokenPair;
}

interface Deployed {
  readonly all: readonly DeployedCommServe[];
  readonly http?: ArmPipelines['http'] | undefined;
}

let current: Deployed = { all: [] };

/**
 * Makes the CommServes of the deployment's configuration known, before the first request. `http` is replaced in
 * tests.
 */
export function provideCommServes(
  all: readonly DeployedCommServe[],
  http?: ArmPipelines['http'],
): void {
  current = { all, http };
}

/** The CommServes of this deployment, and what answers for them; another object when others are provided. */
export const deployed = (): Deployed => current;

/** The CommServes of this deployment. */
export const commServes = (): readonly DeployedCommServe[] => current.all;
