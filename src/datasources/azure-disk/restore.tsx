import type { StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { planOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { acceptedQuery } from '#src/datasources/azure-disk/request/accepted.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/request/lost-search.ts';
import { diskFields } from '#src/datasources/azure-disk/schema.ts';
import { chosenText } from '#src/datasources/azure-disk/steps/chosen-text.ts';
import { STEPS_OF_DISK } from '#src/datasources/azure-disk/steps/steps.ts';
import { PANELS, remarks, review } from '#src/datasources/azure-disk/steps/load.ts';
import { useViews, type ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import { transitions } from '#src/datasources/azure-disk/transitions.ts';
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
  panels: PANELS,
  review,
  remarks,
};
