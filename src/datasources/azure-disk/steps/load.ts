import type { StepId } from '#src/rules/fields.ts';
import type { ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import type { Panels } from '#src/wizard/task.ts';

/** What each step of its own asks. */
export const PANELS: Panels<StepId, ValidatedView> = {
  instance: async () =>
    (await import('#src/datasources/azure-disk/steps/InstancePanel.tsx')).InstancePanel,
  'restore-point': async () =>
    (await import('#src/datasources/azure-disk/steps/PointPanel.tsx')).PointPanel,
  configuration: async () =>
    (await import('#src/datasources/azure-disk/steps/ParametersPanel.tsx')).ParametersPanel,
  'network-access': async () =>
    (await import('#src/datasources/azure-disk/steps/NetworkPanel.tsx')).NetworkPanel,
};

export const remarks = async () =>
  (await import('#src/datasources/azure-disk/steps/StepRemarks.tsx')).StepRemarks;

export const review = async () =>
  (await import('#src/datasources/azure-disk/steps/use-review.tsx')).useReview;
