import { restore } from '#src/datasources/azure-disk/restore.tsx';
import type { Datasource } from '#src/datasources/datasource.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** Azure managed disks, in Backup vaults. */
export const azureDisk: Datasource = {
  tasks: { restore: taskOf(restore) },
};
