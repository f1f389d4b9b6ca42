import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import { type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';
import { rememberedReads } from '#src/wizard/submit/testing-remembered.ts';

/** Looks at drafts of the demo's world as the wizard would. */
export interface Looking {
  /** Items of the vaults, by their ids. */
  readonly instances: readonly string[];
  reads(choices: DraftChoices): Promise<Reads>;
  view(choices: DraftChoices): Promise<DraftView>;
}

/** A simulated Azure at the beginning of the demo's own world, with the client over it. */
export function lookAtDemo(): Looking {
  const { azure } = testAzure('default');
  const { arm } = testArm((request) => azure.fetch(request));
  // Nothing is changed here, so what was read once stays true.
  const reads = rememberedReads(arm);
  return {
    instances: defaultWorld.instances.map(({ id }) => id),
    reads,
    view: async (choices) => viewOf(newDraft('draft', 0, choices), await reads(choices)),
  };
}
