import { instanceAddress } from '#src/api/arm/address.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { diskStateText } from '#src/strings/disk-state.ts';
import { instances } from '#src/strings/instances.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { Marked } from '#src/ui/Marked.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const { heads } = diskPages.list;

export interface ColumnsContext {
  readonly search: string;
  /** Names of subscriptions by lower-case id; undefined while they are read. */
  readonly subscriptions: Readonly<Record<string, string>> | undefined;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
}

/** The columns of the list of disks; a list tells no point and no health of a disk. */
export function diskColumns(context: ColumnsContext): GridColumn<DiskBackupInstance>[] {
  return [
    {
      head: heads.name,
      width: { least: 120, share: 2 },
      sortBy: 'name',
      place: 'name',
      cell: ({ id, friendlyName, resourceGroup }) => (
        <TwoLines
          first={
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink
              to="/instances/$instanceId"
              params={{ instanceId: instanceAddress(id) }}
              tabIndex={-1}
            >
              <Marked text={friendlyName} search={context.search} />
            </NameLink>
          }
          second={resourceGroup}
        />
      ),
    },
    {
      head: heads.datasource,
      width: { least: 96, share: 1 },
      leaves: 1,
      place: 'line',
      cell: () => instances.datasources.disk,
    },
    {
      head: heads.vault,
      width: { least: 96, share: 1.2 },
      leaves: 4,
      sortBy: 'vault',
      place: 'line',
      cell: ({ vaultName }) => vaultName,
    },
    {
      head: heads.subscription,
      width: { least: 96, share: 1.4 },
      leaves: 3,
      sortBy: 'subscription',
      place: 'line',
      cell: ({ subscriptionId }) =>
        context.subscriptions?.[subscriptionId.toLowerCase()] ?? subscriptionId,
    },
    {
      head: heads.region,
      width: { least: 96, share: 0.9 },
      leaves: 2,
      sortBy: 'region',
      place: 'line',
      cell: ({ region }) =>
        region === null ? common.notReported : (context.regions[region.toLowerCase()] ?? region),
    },
    {
      head: heads.snapshots,
      width: { least: 112, share: 1.2 },
      place: 'line',
      cell: ({ snapshotGroupId }) =>
        snapshotGroupId === null ? common.notReported : nameOf(snapshotGroupId),
    },
    {
      head: heads.state,
      width: { least: 96, share: 1 },
      place: 'end',
      cell: ({ protectionState }) => diskStateText(protectionState),
    },
  ];
}
