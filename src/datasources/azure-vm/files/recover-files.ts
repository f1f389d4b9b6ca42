import { useCallback } from 'react';
import {
  fileChoices,
  fileFields,
  type FileStepId,
  fileTransitions,
  STEPS_OF_FILES,
} from '#src/datasources/azure-vm/files/fields.ts';
import { fileModel, type FileView, fileViewOf } from '#src/datasources/azure-vm/files/model.ts';
import { filePlanOf } from '#src/datasources/azure-vm/files/plan.ts';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { lazyPart } from '#src/ui/Part.tsx';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The recovery of single files of a virtual machine: the disks of a restore point are mounted, and copied from. */
export const recoverFilesTask: TaskSpec<FileStepId, Reads, FileView> = {
  task: 'recoverFiles',
  title: fileSession.title,
  steps: STEPS_OF_FILES,
  fields: fileFields,
  transitions: fileTransitions,
  chosenText: (field) => fileModel.fieldLabel(field),
  useViews: (draft) => {
    const reads = useReads(fileChoices(draft.choices));
    return useCallback((seen) => fileViewOf(seen, reads), [reads]);
  },
  planOf: filePlanOf,
  Picture: lazyPart(
    () => import('#src/datasources/azure-vm/files/picture.ts'),
    (code) => code.FilePicture,
  ),
  sent: async () => (await import('#src/datasources/azure-vm/files/FileSession.tsx')).FileSession,
  // The first two steps are those of a restore.
  panels: {
    instance: async () =>
      (await import('#src/datasources/azure-vm/steps/VmInstancePanel.tsx')).VmInstancePanel,
    'restore-point': async () =>
      (await import('#src/datasources/azure-vm/steps/RestorePointPanel.tsx')).RestorePointPanel,
    runner: async () =>
      (await import('#src/datasources/azure-vm/files/RunnerPanel.tsx')).RunnerPanel,
  },
  review: async () => (await import('#src/datasources/azure-vm/files/FileReview.tsx')).FileReview,
  remarks: async () =>
    (await import('#src/datasources/azure-vm/files/FileRemarks.tsx')).FileRemarks,
};
