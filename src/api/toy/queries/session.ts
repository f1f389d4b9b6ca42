import { type ArmPipelines, armPipelines } from '#src/api/arm/pipeline.ts';
import type { TokenSource } from '#src/api/arm/token.ts';
import { TOY_HOME } from '#src/api/toy/home.ts';

/** The one token that a toy shelf accepts; it never ends. */
export const toyTokens: TokenSource = {
  getToken: async () => ({ token: 'toy-token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

let pipelines: ArmPipelines | null = null;

/** The pipelines to the shelf, made when the first query needs them. */
export function shelfSession(): ArmPipelines {
  pipelines ??= armPipelines(toyTokens, undefined, TOY_HOME);
  return pipelines;
}
