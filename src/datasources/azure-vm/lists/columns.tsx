import { listText } from '#src/lib/wording.ts';
import { createContext, use } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { SourceMachines } from '#src/api/compute/machines.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import type { ListFile } from '#src/datasources/list.ts';
import { roughDurationText } from '#src/lib/format.ts';
import { instant, type Instant, isoOrNull } from '#src/lib/time.ts';
import { type ProtectedItem, viewSearch } from '#src/model/instances.ts';
import { tagsIn, tagText } from '#src/model/machines.ts';
import { common } from '#src/strings/common.ts';
import { instances as words } from '#src/strings/instances.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { HealthStatus } from '#src/ui/HealthStatus.tsx';
import { Moment } from '#src/ui/Moment.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import { type ColumnsContext, instanceColumns } from '#src/ui/grid/own-columns.tsx';
import { RestoreCell, restoreColumn } from '#src/ui/grid/restore-column.tsx';

/** What rows show and lists do not hold: cells read it, so that rows are not rendered again for it. */
export interface BesideRows {
  readonly now: Instant;
  readonly sources: SourceMachines;
}

export const BesideRowsContext = createContext<BesideRows>({ now: instant(0), sources: {} });

/** The columns of the list of backup instances of VMs, in one of the two regions of their vaults. */
export function machineColumns(
  context: ColumnsContext,
  isSecondary: boolean,
): GridColumn<ProtectedItem>[] {
  const { heads } = words;
  return [
    ...instanceColumns<ProtectedItem>(context, words.datasources.vm, {
      name: { least: 96, share: 2 },
      datasource: { least: 96, share: 1.7 },
    }),
    {
      head: heads.lastPoint,
      width: { least: MOMENT_PX },
      sortBy: 'lastPoint',
      place: 'line',
      cell: ({ lastRecoveryPointAt: at }) => (at === null ? words.noPoint : <PointCell at={at} />),
    },
    {
      head: heads.health,
      width: { least: 144 },
      sortBy: 'health',
      place: 'end',
      cell: ({ health, deletion }) => <HealthStatus health={health} deletion={deletion} />,
    },
    {
      head: heads.source,
      width: { least: 128 },
      leaves: 6,
      place: 'line',
      cell: ({ sourceResourceId }) => <SourceCell id={sourceResourceId.toLowerCase()} />,
    },
    {
      head: heads.tags,
      width: { least: 112, share: 1.4 },
      leaves: 1,
      place: 'line',
      cell: ({ sourceResourceId }) => <TagsCell id={sourceResourceId.toLowerCase()} />,
    },
    restoreColumn((item) => <MachineRestore item={item} isSecondary={isSecondary} />),
  ];
}

function PointCell({ at }: { readonly at: Instant }) {
  const { now } = use(BesideRowsContext);
  return <TwoLines first={<Moment at={at} />} second={words.ago(roughDurationText(now - at))} />;
}

function SourceCell({ id }: { readonly id: string }) {
  // Null: it is gone. Undefined: not read.
  const source = use(BesideRowsContext).sources[id];
  if (source === undefined) return common.notRead;
  if (source === null) return <strong>{words.sources.deleted}</strong>;
  return <TwoLines first={words.sources.exists} second={source.size ?? words.sizeUnknown} />;
}

function TagsCell({ id }: { readonly id: string }) {
  const source = use(BesideRowsContext).sources[id];
  if (source === undefined) return common.notRead;
  // Nothing reports the tags of a machine that is gone.
  if (source === null) return common.notReported;
  const [first, ...more] = tagsIn(source.tags).map(tagText);
  if (first === undefined) return words.noTags;
  return <TwoLines first={first} second={more.length === 0 ? undefined : listText(more)} />;
}

interface MachineRestoreProps {
  readonly item: ProtectedItem;
  readonly isSecondary: boolean;
}

function MachineRestore({ item, isSecondary }: MachineRestoreProps) {
  const isGone = use(BesideRowsContext).sources[item.sourceResourceId.toLowerCase()] === null;
  return (
    <RestoreCell
      name={item.friendlyName}
      search={{ instance: instanceAddress(item.id), ...viewSearch(isSecondary) }}
      options={vmRestoreOptions}
      blocked={isGone ? ({ needsSource }) => needsSource : undefined}
      held={item.deletion === null ? undefined : softDelete.held}
    />
  );
}

/** The list as a table for spreadsheets: what every row shows, with times in UTC. */
export const instancesCsv: ListFile<ProtectedItem> = {
  ...words.csv,
  cells: (item, { subscriptions }) => [
    item.friendlyName,
    item.resourceGroup,
    words.datasources.vm,
    item.vaultName,
    subscriptions[item.subscriptionId.toLowerCase()] ?? null,
    item.subscriptionId,
    item.region,
    isoOrNull(item.lastRecoveryPointAt),
    isoOrNull(item.lastBackupAt),
    words.health[item.health],
    item.protectionState,
    item.sourceResourceId,
    isoOrNull(item.deletion?.purgeAt ?? null),
  ],
};
