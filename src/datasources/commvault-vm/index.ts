import { restore } from '#src/datasources/commvault-vm/restore.tsx';
import type { Datasource } from '#src/datasources/datasource.ts';
import { taskOf } from '#src/wizard/TaskWizard.tsx';

/** VMs of Azure that Commvault backs up. */
export const commvaultVm: Datasource = { tasks: { restore: taskOf(restore) } };
