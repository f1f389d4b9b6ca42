import { useCallback } from 'react';
import {
  COMMVAULT_STEPS,
  commvaultChoices,
  commvaultChosenText,
  commvaultFields,
  type CommvaultStepId,
  commvaultTransitions,
} from '#src/datasources/commvault-vm/fields.ts';
import { commvaultWay } from '#src/datasources/commvault-vm/jobs.ts';
import { commvaultView, type CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { commvaultPictureOf } from '#src/datasources/commvault-vm/picture.ts';
import { commvaultExpectedBy, commvaultPlanOf } from '#src/datasources/commvault-vm/plan.ts';
import { useCommvaultReads } from '#src/datasources/commvault-vm/prefill.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import type { Tasks } from '#src/datasources/datasource.ts';
import { withExpected } from '#src/progress/live/ExpectedDuration.tsx';
import { flow } from '#src/strings/commvault-restore.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** Reads what a draft needs; with that the rules are applied to it. */
function useViews({ choices }: Draft): (draft: Draft) => CommvaultView {
  const reads = useCommvaultReads(commvaultChoices(choices));
  return useCallback((seen) => commvaultView(seen, reads), [reads]);
}

/** The restore of a VM by Commvault. */
const commvaultRestoreTask: TaskSpec<CommvaultStepId, CommvaultReads, CommvaultView> = {
  title: flow.title,
  steps: COMMVAULT_STEPS,
  fields: commvaultFields,
  transitions: commvaultTransitions,
  chosenText: commvaultChosenText,
  useViews,
  planOf: commvaultPlanOf,
  Picture: ({ view, draw }) =>
    withExpected(commvaultExpectedBy(view), (duration) =>
      draw((goToField) => commvaultPictureOf(view, { duration, goToField })),
    ),
  sent: commvaultWay,
  panels: {
    instance: async () =>
      (await import('#src/datasources/commvault-vm/steps/CommvaultInstancePanel.tsx'))
        .CommvaultInstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/commvault-vm/steps/CommvaultPointPanel.tsx'))
        .CommvaultPointPanel,
    destination: async () =>
      (await import('#src/datasources/commvault-vm/steps/DestinationPanel.tsx')).DestinationPanel,
    vm: async () => (await import('#src/datasources/commvault-vm/steps/VmPanel.tsx')).VmPanel,
    options: async () =>
      (await import('#src/datasources/commvault-vm/steps/OptionsPanel.tsx')).OptionsPanel,
  },
  review: async () =>
    (await import('#src/datasources/commvault-vm/steps/CommvaultReviewPanel.tsx')).CommvaultReview,
  remarks: async () =>
    (await import('#src/datasources/commvault-vm/connection.tsx')).CommvaultStepRemarks,
};

/** VMs of Azure that Commvault backs up. */
export const commvaultTasks: Tasks = { restore: taskOf(commvaultRestoreTask) };
