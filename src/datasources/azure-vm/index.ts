import { restore } from '#src/datasources/azure-vm/restore.tsx';
import type { Datasource } from '#src/datasources/datasource.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** Azure virtual machines, in Recovery Services vaults. */
export const azureVm: Datasource = {
  tasks: {
    restore: taskOf(restore),
    recoverFiles: async () =>
      taskOf((await import('#src/datasources/azure-vm/files/recover-files.ts')).recoverFiles),
  },
};
