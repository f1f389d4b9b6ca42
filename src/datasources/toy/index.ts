import type { Datasource } from '#src/datasources/datasource.ts';
import { restore } from '#src/datasources/toy/restore.tsx';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** The toy shelf, which only tests have: a small datasource of another vendor. */
export const toy: Datasource = {
  tasks: { restore: taskOf(restore) },
};
