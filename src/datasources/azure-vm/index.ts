import { restore } from '#src/datasources/azure-vm/restore.tsx';
import { loadCode } from '#src/lib/load.ts';
import type { Datasource } from '#src/datasources/datasource.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** Azure virtual machines, in Recovery Services vaults. */
export const azureVm: Datasource = {
  tasks: {
    restore: taskOf(restore),
    recoverFiles: async () => {
      const { recoverFiles } = await loadCode(
        () => import('#src/datasources/azure-vm/files/recover-files.ts'),
      );
      return taskOf(recoverFiles);
    },
  },
};
