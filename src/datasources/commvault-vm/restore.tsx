import { flow } from '#src/strings/commvault/flow.ts';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import { planOf } from '#src/datasources/commvault-vm/plan.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { acceptedQuery } from '#src/datasources/commvault-vm/request/accepted.ts';
import { searchFor } from '#src/datasources/commvault-vm/request/lost-search.ts';
import { chosenText, commvaultFields, transitions } from '#src/datasources/commvault-vm/schema.ts';
import { STEPS } from '#src/datasources/commvault-vm/steps/steps.ts';
import { useViews } from '#src/datasources/commvault-vm/use-view.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a VM by Commvault. */
export const restore: TaskSpec<CommvaultStepId, CommvaultReads, CommvaultView> = {
  title: flow.title,
  steps: STEPS,
  fields: commvaultFields,
  transitions,
  chosenText,
  useViews,
  planOf,
  sent: { acceptedQuery, searchFor },
  panels: {
    instance: async () =>
      (await import('#src/datasources/commvault-vm/steps/InstancePanel.tsx')).InstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/commvault-vm/steps/PointPanel.tsx')).PointPanel,
    destination: async () =>
      (await import('#src/datasources/commvault-vm/steps/DestinationPanel.tsx')).DestinationPanel,
    vm: async () => (await import('#src/datasources/commvault-vm/steps/VmPanel.tsx')).VmPanel,
    options: async () =>
      (await import('#src/datasources/commvault-vm/steps/OptionsPanel.tsx')).OptionsPanel,
  },
  review: async () =>
    (await import('#src/datasources/commvault-vm/steps/use-review.tsx')).useReview,
  remarks: async () =>
    (await import('#src/datasources/commvault-vm/steps/StepRemarks.tsx')).StepRemarks,
};
