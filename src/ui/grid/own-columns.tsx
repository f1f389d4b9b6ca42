import { type ReactNode, useMemo } from 'react';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { durationText } from '#src/lib/format.ts';
import type { Job } from '#src/model/jobs.ts';
import { jobs } from '#src/strings/jobs.ts';
import { instances } from '#src/strings/instances.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { type ColumnWidth, type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { Moment, TwoLines } from '#src/ui/text.tsx';

/** What the columns of a list are drawn with. */
export interface ColumnsContext {
  /** Names of subscriptions by lower-case id; ids stand where they are not read. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
  readonly linkTo: LinkTo;
}

/** Draws a text as the link to what has this id. */
export type LinkTo = (id: ResourceId, text: ReactNode) => ReactNode;

interface PlainColumnsProps<Row> extends ColumnsContext {
  readonly children: (columns: readonly GridColumn<Row>[]) => ReactNode;
}

/** Draws with columns that need nothing but their context: the same ones while that is the same. */
export const withColumns = <Row,>(columnsOf: (context: ColumnsContext) => GridColumn<Row>[]) =>
  function WithColumns(props: PlainColumnsProps<Row>) {
    const { subscriptions, regions, linkTo, children } = props;
    const columns = useMemo(
      () => columnsOf({ subscriptions, regions, linkTo }),
      [subscriptions, regions, linkTo],
    );
    return children(columns);
  };

interface NamedRow {
  readonly id: ResourceId;
  readonly resourceGroup: string;
}

/** The name that opens the row. */
export const nameColumn = <Row extends NamedRow>(
  { linkTo }: Pick<ColumnsContext, 'linkTo'>,
  head: string,
  width: ColumnWidth,
  nameOf: (row: Row) => string,
): GridColumn<Row> => ({
  head,
  width,
  sortBy: 'name',
  place: 'name',
  cell: (row) => <TwoLines first={linkTo(row.id, <SearchMarked text={nameOf(row)} />)} />,
});

/** The resource group, by which rows of one name differ. */
export const groupColumn = <Row extends NamedRow>(): GridColumn<Row> => ({
  head: instances.heads.group,
  width: { least: 96, share: 1.2 },
  place: 'line',
  cell: ({ resourceGroup }) => resourceGroup,
});

interface Place extends Pick<GridColumn<unknown>, 'head' | 'leaves'> {
  readonly share: number;
}

const placeColumn = <Row,>(
  { share, ...place }: Place,
  sortBy: string,
  cell: (row: Row) => string,
): GridColumn<Row> => ({ ...place, width: { least: 96, share }, sortBy, place: 'line', cell });

/** The subscription by its name. */
export const subscriptionColumn = <Row extends { readonly subscriptionId: string }>(
  { subscriptions }: Pick<ColumnsContext, 'subscriptions'>,
  place: Place,
) =>
  placeColumn<Row>(
    place,
    'subscription',
    ({ subscriptionId }) => subscriptions[subscriptionId.toLowerCase()] ?? subscriptionId,
  );

/** The region by its name. */
export const regionColumn = <Row extends { readonly region: string | null }>(
  { regions }: Pick<ColumnsContext, 'regions'>,
  place: Place,
) =>
  placeColumn<Row>(place, 'region', ({ region }) =>
    region === null ? common.absence.notReported : regionNamed(regions, region),
  );

interface InstanceRow extends NamedRow {
  readonly friendlyName: string;
  readonly vaultName: string;
  readonly subscriptionId: string;
  readonly region: string | null;
}

/** Which backup instance it is, and where: the first columns of a list of them. */
export function instanceColumns<Row extends InstanceRow>(
  context: ColumnsContext,
  name: ColumnWidth,
): GridColumn<Row>[] {
  const { heads } = instances;
  return [
    nameColumn(context, heads.name, name, ({ friendlyName }) => friendlyName),
    groupColumn(),
    {
      head: heads.vault,
      width: { least: 96, share: 1.2 },
      leaves: 6,
      sortBy: 'vault',
      place: 'line',
      cell: ({ vaultName }) => vaultName,
    },
    subscriptionColumn(context, { head: heads.subscription, leaves: 4, share: 1.4 }),
    regionColumn(context, { head: heads.region, leaves: 5, share: 0.9 }),
  ];
}

/** When a job started and how long it took; what a list can say of `started` differs. */
export const jobTimeColumns = <Row extends Pick<Job, 'startedAt' | 'durationMs'>>(
  started: Pick<GridColumn<Row>, 'leaves' | 'sortBy'>,
): GridColumn<Row>[] => [
  {
    head: jobs.heads.started,
    width: { least: MOMENT_PX },
    isNumber: true,
    place: 'line',
    ...started,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: jobs.heads.duration,
    width: { least: 96 },
    leaves: 1,
    isNumber: true,
    place: 'line',
    cell: ({ durationMs }) =>
      durationMs === null ? common.absence.notReported : durationText(durationMs),
  },
];
