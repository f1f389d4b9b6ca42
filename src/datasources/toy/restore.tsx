import { shelf } from '#src/strings/toy/shelf.ts';
import { acceptedQuery, searchFor } from '#src/datasources/toy/follow.ts';
import { labelOf } from '#src/datasources/toy/model.ts';
import { planOf } from '#src/datasources/toy/plan.ts';
import type { ToyReads } from '#src/datasources/toy/reads.ts';
import { toyFields, transitions } from '#src/datasources/toy/schema.ts';
import { STEPS_OF_TOY, type ToyStepId } from '#src/datasources/toy/steps/steps.ts';
import { useToyViews } from '#src/datasources/toy/use-view.ts';
import type { ToyView } from '#src/datasources/toy/view.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a box, in three steps. */
export const restore: TaskSpec<ToyStepId, ToyReads, ToyView> = {
  title: shelf.title,
  steps: STEPS_OF_TOY,
  fields: toyFields,
  transitions,
  chosenText: labelOf,
  useViews: useToyViews,
  planOf,
  sent: { acceptedQuery, searchFor },
  panels: {
    box: async () => (await import('#src/datasources/toy/steps/BoxPanel.tsx')).BoxPanel,
  },
  review: async () => (await import('#src/datasources/toy/steps/ReviewPanel.tsx')).useReview,
};
