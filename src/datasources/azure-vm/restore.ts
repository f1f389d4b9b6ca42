import { useCallback } from 'react';
import { chosenText, transitions, vmChoices, vmFields } from '#src/datasources/azure-vm/choices.ts';
import { vmWay } from '#src/datasources/azure-vm/jobs.ts';
import { type DraftView, STEPS_OF_VM, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { vmPlanOf } from '#src/datasources/azure-vm/plan.tsx';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { Tasks } from '#src/datasources/datasource.ts';
import { loadCode } from '#src/lib/load.ts';
import type { StepId } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import { lazyPart } from '#src/ui/Part.tsx';
import { taskOf } from '#src/wizard/TaskWizard.tsx';
import { madeGroupsOf } from '#src/wizard/draft/sent.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a virtual machine. */
const vmRestoreTask: TaskSpec<StepId, Reads, DraftView> = {
  title: wizard.title,
  steps: STEPS_OF_VM,
  fields: vmFields,
  transitions,
  chosenText,
  useViews: (draft) => {
    const reads = useReads(vmChoices(draft.choices), madeGroupsOf(draft));
    return useCallback((seen) => vmViewOf(seen, reads), [reads]);
  },
  planOf: vmPlanOf,
  Picture: lazyPart(
    () => import('#src/datasources/azure-vm/picture.ts'),
    (code) => code.VmPicture,
  ),
  holdsFold: 'configuration',
  sent: vmWay,
  panels: {
    instance: async () =>
      (await import('#src/datasources/azure-vm/steps/VmInstancePanel.tsx')).VmInstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/azure-vm/steps/RestorePointPanel.tsx')).RestorePointPanel,
    configuration: async () =>
      (await import('#src/datasources/azure-vm/steps/configuration/Panel.tsx')).ConfigurationPanel,
    'network-access': async () =>
      (await import('#src/datasources/azure-vm/steps/NetworkAccessPanel.tsx')).NetworkAccessPanel,
  },
  review: async () =>
    (await import('#src/datasources/azure-vm/steps/review/use-review.tsx')).VmReview,
  remarks: async () =>
    (await import('#src/datasources/azure-vm/steps/VmStepRemarks.tsx')).VmStepRemarks,
};

/** What can be done with the backup of a VM. */
export const vmTasks: Tasks = {
  restore: taskOf(vmRestoreTask),
  recoverFiles: async () => {
    const { recoverFilesTask: recoverFiles } = await loadCode(
      () => import('#src/datasources/azure-vm/files/recover-files.ts'),
    );
    return taskOf(recoverFiles);
  },
};
