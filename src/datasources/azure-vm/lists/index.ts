import { instances } from '#src/datasources/azure-vm/lists/instances.tsx';
import { secondary } from '#src/datasources/azure-vm/lists/secondary.tsx';
import { vaults } from '#src/datasources/azure-vm/lists/vaults.tsx';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import { anyList, type DatasourceLists } from '#src/datasources/list.ts';
import { diskPages } from '#src/strings/disk-pages.ts';

/** The lists of Azure VMs and of the Recovery Services vaults that protect them. */
export const lists: DatasourceLists = {
  instances: { list: anyList(instances) },
  restoreOptions: vmRestoreOptions,
  secondary: anyList(secondary),
  vaults: {
    list: anyList(vaults),
    type: 'recoveryServices',
    name: diskPages.vaults.types.recoveryServices,
  },
};
