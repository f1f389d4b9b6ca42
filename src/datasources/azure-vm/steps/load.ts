import type { StepId } from '#src/rules/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import type { Panels } from '#src/wizard/task.ts';

/** What each step of its own asks. */
export const PANELS: Panels<StepId, DraftView> = {
  instance: async () =>
    (await import('#src/datasources/azure-vm/steps/instance/Panel.tsx')).InstancePanel,
  'restore-point': async () =>
    (await import('#src/datasources/azure-vm/steps/restore-point/Panel.tsx')).RestorePointPanel,
  configuration: async () =>
    (await import('#src/datasources/azure-vm/steps/configuration/Panel.tsx')).ConfigurationPanel,
  'network-access': async () =>
    (await import('#src/datasources/azure-vm/steps/network-access/Panel.tsx')).NetworkAccessPanel,
};

export const review = async () =>
  (await import('#src/datasources/azure-vm/steps/review/use-review.tsx')).useReview;

export const remarks = async () =>
  (await import('#src/datasources/azure-vm/steps/StepRemarks.tsx')).StepRemarks;
