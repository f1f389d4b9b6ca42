import { secondaryInstancesQuery } from '#src/api/recovery-services/items.ts';
import { atOnce } from '#src/api/queries/paged.ts';
import { instances, MachineColumns } from '#src/datasources/azure-vm/lists/instances.tsx';
import { machinesWanted } from '#src/datasources/azure-vm/lists/wanted.ts';
import type { ListSpec } from '#src/datasources/list.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { instances as words } from '#src/strings/instances.ts';
import { listWords } from '#src/ui/filters/list-words.ts';
import { secondaryVaultFilter } from '#src/ui/filters/secondary-vault.ts';

const { secondary: own } = words;

/** What one vault has in its paired region: Azure has no list over all vaults for it. */
export const secondary: ListSpec<ProtectedItem> = {
  ...instances,
  intro: own.intro,
  listOf: (address) => {
    const { filter, ignored } = machinesWanted(address);
    const vault = filter.vaults[0];
    const search = filter.search.toLowerCase();
    return {
      ...listWords(words, filter),
      scope: { isOfVault: true },
      filters: ({ machineVaults }) => [
        secondaryVaultFilter({ vaults: machineVaults, chosen: vault, words: own }),
      ],
      ignored,
      source: atOnce(
        { ...secondaryInstancesQuery(vault ?? resourceId('')), enabled: vault !== undefined },
        (read) => ({
          kind: 'rows',
          read,
          rows: read.filter(({ friendlyName }) => friendlyName.toLowerCase().includes(search)),
        }),
      ),
      ...(vault === undefined && {
        instead: ({ machineVaults }) => ({
          title: machineVaults?.every(({ hasCrossRegionRestore }) => !hasCrossRegionRestore)
            ? own.noVaults
            : own.choose,
        }),
      }),
    };
  },
  WithColumns: (props) => <MachineColumns {...props} isSecondary />,
};
