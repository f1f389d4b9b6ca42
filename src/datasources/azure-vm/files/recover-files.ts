import { useCallback } from 'react';
import { planOf } from '#src/datasources/azure-vm/files/plan.ts';
import { fileFields, fileChoices } from '#src/datasources/azure-vm/files/fields.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import { PANELS, remarks, review, sent } from '#src/datasources/azure-vm/files/steps/load.ts';
import { type FileStepId, STEPS_OF_FILES } from '#src/datasources/azure-vm/files/steps.ts';
import { fileTransitions } from '#src/datasources/azure-vm/files/transitions.ts';
import { type FileView, fileViewOf } from '#src/datasources/azure-vm/files/view.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import { fileSession } from '#src/strings/file-session.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The recovery of single files of a virtual machine: the disks of a restore point are mounted, and copied from. */
export const recoverFiles: TaskSpec<FileStepId, Reads, FileView> = {
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
  planOf,
  sent,
  panels: PANELS,
  review,
  remarks,
};
