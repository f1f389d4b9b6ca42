import { useCallback } from 'react';
import {
  chosenText,
  commvaultChoices,
  commvaultFields,
  type CommvaultStepId,
  STEPS,
  transitions,
} from '#src/datasources/commvault-vm/fields.ts';
import { acceptedQuery, searchFor } from '#src/datasources/commvault-vm/jobs.ts';
import { commvaultView, type CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { planOf } from '#src/datasources/commvault-vm/plan.ts';
import { useCommvaultReads } from '#src/datasources/commvault-vm/prefill.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** Reads what a draft needs; with that the rules are applied to it. */
function useViews({ choices }: Draft): (draft: Draft) => CommvaultView {
  const reads = useCommvaultReads(commvaultChoices(choices));
  return useCallback((seen) => commvaultView(seen, reads), [reads]);
}

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
    (await import('#src/datasources/commvault-vm/steps/ReviewPanel.tsx')).useReview,
  remarks: async () =>
    (await import('#src/datasources/commvault-vm/connection/connection.tsx')).StepRemarks,
};

/** VMs of Azure that Commvault backs up. */
export const commvaultTasks: Datasource = { tasks: { restore: taskOf(restore) } };
