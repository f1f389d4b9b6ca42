import { type ReactNode, useMemo } from 'react';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instances } from '#src/strings/instances.ts';
import type { ColumnWidth, GridColumn } from '#src/ui/grid/column.ts';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { TwoLines } from '#src/ui/text.tsx';

/** Columns that several lists have. */

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

/** The name that opens the row, over its resource group: rows of one name differ in the second line. */
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
  cell: (row) => (
    <TwoLines
      first={linkTo(row.id, <SearchMarked text={nameOf(row)} />)}
      second={row.resourceGroup}
    />
  ),
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
    region === null ? common.notReported : (regions[region.toLowerCase()] ?? region),
  );

interface InstanceRow extends NamedRow {
  readonly friendlyName: string;
  readonly vaultName: string;
  readonly subscriptionId: string;
  readonly region: string | null;
}

interface InstanceWidths {
  readonly name: ColumnWidth;
  readonly datasource: ColumnWidth;
}

/** Which backup instance it is, and where: the first columns of a list of them. */
export function instanceColumns<Row extends InstanceRow>(
  context: ColumnsContext,
  datasource: string,
  widths: InstanceWidths,
): GridColumn<Row>[] {
  const { heads } = instances;
  return [
    nameColumn(context, heads.name, widths.name, ({ friendlyName }) => friendlyName),
    {
      head: heads.datasource,
      width: widths.datasource,
      leaves: 2,
      place: 'line',
      cell: () => datasource,
    },
    {
      head: heads.vault,
      width: { least: 96, share: 1.2 },
      leaves: 5,
      sortBy: 'vault',
      place: 'line',
      cell: ({ vaultName }) => vaultName,
    },
    subscriptionColumn(context, { head: heads.subscription, leaves: 4, share: 1.4 }),
    regionColumn(context, { head: heads.region, leaves: 3, share: 0.9 }),
  ];
}
