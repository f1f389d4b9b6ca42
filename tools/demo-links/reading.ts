import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, typedView, vmModel } from '#src/datasources/azure-vm/model.ts';
import { catalogueSet } from '#src/rules/catalogue.ts';
import { viewOf } from '#src/wizard/explain/view.ts';
import { rememberedReads } from '#src/wizard/submit/testing-remembered.ts';

/** Looks at drafts of the demo's world as the wizard would. */
export interface Looking {
  /** Items of the vaults, by their ids. */
  readonly instances: readonly string[];
  reads(choices: VmChoices): Promise<Reads>;
  view(choices: VmChoices): Promise<DraftView>;
}

/** A draft judged by every rule of the catalogue, also by those of disks. */
export const viewByAll = (choices: Partial<VmChoices>, reads: Reads): DraftView =>
  typedView(viewOf({ ...vmModel, rules: catalogueSet }, newDraft('draft', 0, choices), reads));

/** A simulated Azure at the beginning of the demo's own world, with the client over it. */
export function lookAtDemo(): Looking {
  const { azure } = testAzure('default');
  const { arm } = testArm((request) => azure.fetch(request));
  // Nothing is changed here, so what was read once stays true.
  const reads = rememberedReads(arm);
  return {
    instances: defaultWorld.instances.map(({ id }) => id),
    reads,
    view: async (choices) => viewByAll(choices, await reads(choices)),
  };
}
