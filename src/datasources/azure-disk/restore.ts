import { useDiskViews, type ValidatedView } from '#src/datasources/azure-disk/checks/validation.ts';
import {
  diskChosenText,
  diskFields,
  diskTransitions,
  STEPS_OF_DISK,
} from '#src/datasources/azure-disk/fields.ts';
import { diskWay } from '#src/datasources/azure-disk/jobs.ts';
import { diskPictureOf } from '#src/datasources/azure-disk/picture.ts';
import { diskExpectedBy, diskPlanOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { Tasks } from '#src/datasources/datasource.ts';
import { withExpected } from '#src/progress/live/ExpectedDuration.tsx';
import type { StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a managed disk. */
export const diskRestoreTask: TaskSpec<StepId, DiskReads, ValidatedView> = {
  title: diskFlow.title,
  isOneKind: true,
  steps: STEPS_OF_DISK,
  fields: diskFields,
  transitions: diskTransitions,
  chosenText: diskChosenText,
  useViews: useDiskViews,
  planOf: diskPlanOf,
  Picture: ({ view, draw }) =>
    withExpected(diskExpectedBy(view), (duration) =>
      draw((goToField) => diskPictureOf(view, { duration, goToField })),
    ),
  sent: diskWay,
  panels: {
    instance: async () =>
      (await import('#src/datasources/azure-disk/steps/DiskInstancePanel.tsx')).DiskInstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/azure-disk/steps/DiskPointPanel.tsx')).DiskPointPanel,
    configuration: async () =>
      (await import('#src/datasources/azure-disk/steps/ParametersPanel.tsx')).ParametersPanel,
    'network-access': async () =>
      (await import('#src/datasources/azure-disk/steps/ParametersPanel.tsx')).NetworkPanel,
  },
  review: async () =>
    (await import('#src/datasources/azure-disk/steps/DiskReviewPanel.tsx')).DiskReview,
  remarks: async () =>
    (await import('#src/datasources/azure-disk/steps/DiskStepRemarks.tsx')).DiskStepRemarks,
};

/** Azure managed disks, in Backup vaults. */
export const diskTasks: Tasks = { restore: taskOf(diskRestoreTask) };
