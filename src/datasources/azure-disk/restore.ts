import { useViews, type ValidatedView } from '#src/datasources/azure-disk/checks/validation.ts';
import {
  chosenText,
  diskFields,
  STEPS_OF_DISK,
  transitions,
} from '#src/datasources/azure-disk/fields.ts';
import { acceptedQuery, lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import { planOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import type { StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a managed disk. */
export const restore: TaskSpec<StepId, DiskReads, ValidatedView> = {
  title: diskFlow.title,
  steps: STEPS_OF_DISK,
  fields: diskFields,
  transitions,
  chosenText,
  useViews,
  planOf,
  sent: { acceptedQuery, searchFor: lostDiskSearch },
  panels: {
    instance: async () =>
      (await import('#src/datasources/azure-disk/steps/InstancePanel.tsx')).InstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/azure-disk/steps/PointPanel.tsx')).PointPanel,
    configuration: async () =>
      (await import('#src/datasources/azure-disk/steps/ParametersPanel.tsx')).ParametersPanel,
    'network-access': async () =>
      (await import('#src/datasources/azure-disk/steps/ParametersPanel.tsx')).NetworkPanel,
  },
  review: async () => (await import('#src/datasources/azure-disk/steps/ReviewPanel.tsx')).useReview,
  remarks: async () =>
    (await import('#src/datasources/azure-disk/steps/StepRemarks.tsx')).StepRemarks,
};

/** Azure managed disks, in Backup vaults. */
export const diskTasks: Datasource = { tasks: { restore: taskOf(restore) } };
