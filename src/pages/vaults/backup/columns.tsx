import { vaultAddress } from '#src/api/arm/address.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import type { ColumnsContext } from '#src/pages/vaults/columns.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { Marked } from '#src/ui/Marked.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { Status } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = diskPages.vaults;
const { heads } = words;

/** The columns of the list of Backup vaults. */
export function backupVaultColumns(context: ColumnsContext): GridColumn<BackupVault>[] {
  return [
    {
      head: heads.name,
      width: { least: 112, share: 1.25 },
      sortBy: 'name',
      place: 'name',
      cell: ({ id, name, resourceGroup }) => (
        <TwoLines
          first={
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink to="/vaults/$vaultId" params={{ vaultId: vaultAddress(id) }} tabIndex={-1}>
              <Marked text={name} search={context.search} />
            </NameLink>
          }
          second={resourceGroup}
        />
      ),
    },
    {
      head: heads.type,
      width: { least: 96, share: 1 },
      leaves: 1,
      place: 'line',
      cell: () => words.types.backup,
    },
    {
      head: heads.subscription,
      width: { least: 96, share: 1.35 },
      leaves: 2,
      sortBy: 'subscription',
      place: 'line',
      cell: ({ subscriptionId }) =>
        context.subscriptions[subscriptionId.toLowerCase()] ?? subscriptionId,
    },
    {
      head: heads.region,
      width: { least: 96, share: 0.95 },
      leaves: 3,
      sortBy: 'region',
      place: 'line',
      cell: ({ region }) => context.regions[region.toLowerCase()] ?? region,
    },
    {
      head: heads.identity,
      width: { least: 144, share: 1.35 },
      place: 'end',
      cell: ({ principalId }) => (
        <Status tone={principalId === null ? 'warning' : 'done'}>
          {principalId === null ? words.identity.none : words.identity.system}
        </Status>
      ),
    },
  ];
}
