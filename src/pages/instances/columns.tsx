import { instanceAddress } from '#src/api/arm/address.ts';
import type { SourceMachines } from '#src/api/queries/instances.ts';
import { dateTimeText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { instances as words } from '#src/strings/instances.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { HealthStatus } from '#src/ui/HealthStatus.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

export interface ColumnsContext {
  readonly search: string;
  readonly now: Instant;
  /** Names of subscriptions by lower-case id; undefined while they are read. */
  readonly subscriptions: Readonly<Record<string, string>> | undefined;
  readonly sources: SourceMachines;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
}

/** The columns of the list; machines of one name differ in the second lines at the least. */
export function instanceColumns(context: ColumnsContext): GridColumn<ProtectedItem>[] {
  const { heads } = words;
  return [
    {
      head: heads.name,
      width: { least: 96, share: 2 },
      sortBy: 'name',
      place: 'name',
      cell: (item) => <NameCell item={item} search={context.search} />,
    },
    {
      head: heads.datasource,
      width: { least: 96, share: 1.7 },
      leaves: 1,
      place: 'line',
      cell: () => words.datasources.vm,
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
      head: heads.lastPoint,
      width: { least: 136 },
      sortBy: 'lastPoint',
      place: 'line',
      cell: ({ lastRecoveryPointAt: at }) =>
        at === null ? words.noPoint : <PointCell at={at} now={context.now} />,
    },
    {
      head: heads.health,
      width: { least: 144 },
      sortBy: 'health',
      place: 'end',
      cell: ({ health }) => <HealthStatus health={health} />,
    },
    {
      head: heads.source,
      width: { least: 136 },
      leaves: 5,
      place: 'line',
      cell: ({ sourceResourceId }) => (
        <SourceCell source={context.sources[sourceResourceId.toLowerCase()]} />
      ),
    },
  ];
}

interface NameCellProps {
  readonly item: ProtectedItem;
  readonly search: string;
}

function NameCell({ item: { id, friendlyName, resourceGroup }, search }: NameCellProps) {
  return (
    <TwoLines
      first={
        // Enter on the row opens it: the link is for the mouse, and for those who read by links.
        <NameLink
          to="/instances/$instanceId"
          params={{ instanceId: instanceAddress(id) }}
          tabIndex={-1}
        >
          <Marked text={friendlyName} search={search} />
        </NameLink>
      }
      second={resourceGroup}
    />
  );
}

function PointCell({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  return <TwoLines first={dateTimeText(at)} second={words.ago(roughDurationText(now - at))} />;
}

/** Null: it is gone. Undefined: not read. */
function SourceCell({ source }: { readonly source: SourceMachines[string] | undefined }) {
  if (source === undefined) return common.notRead;
  if (source === null) return <strong>{words.sources.deleted}</strong>;
  return <TwoLines first={words.sources.exists} second={source.size ?? words.sizeUnknown} />;
}
