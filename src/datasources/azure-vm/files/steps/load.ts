import type { FileStepId } from '#src/datasources/azure-vm/files/steps.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import type { Panels } from '#src/wizard/task.ts';

/** What each step of its own asks; the first two are those of a restore. */
export const PANELS: Panels<FileStepId, FileView> = {
  instance: async () =>
    (await import('#src/datasources/azure-vm/steps/instance/Panel.tsx')).InstancePanel,
  'restore-point': async () =>
    (await import('#src/datasources/azure-vm/steps/restore-point/Panel.tsx')).RestorePointPanel,
  runner: async () =>
    (await import('#src/datasources/azure-vm/files/steps/RunnerPanel.tsx')).RunnerPanel,
};

export const review = async () =>
  (await import('#src/datasources/azure-vm/files/review/use-review.tsx')).useReview;

export const remarks = async () =>
  (await import('#src/datasources/azure-vm/files/steps/FileRemarks.tsx')).FileRemarks;

/** What is shown once the request for a script was sent. */
export const sent = async () =>
  (await import('#src/datasources/azure-vm/files/session/FileSession.tsx')).FileSession;
