import { instances, instancesBeside } from '#src/datasources/azure-disk/lists/instances.tsx';
import { vaults, vaultsBeside } from '#src/datasources/azure-disk/lists/vaults.tsx';
import { anyList, type DatasourceLists } from '#src/datasources/list.ts';
import { diskPages } from '#src/strings/disk-pages.ts';

/** The lists of Azure managed disks and of the Backup vaults that protect them. */
export const lists: DatasourceLists = {
  instances: { list: anyList(instances), beside: instancesBeside },
  vaults: {
    list: anyList(vaults),
    type: 'backup',
    name: diskPages.vaults.types.backup,
    beside: vaultsBeside,
  },
};
