import { useNavigate } from '@tanstack/react-router';
import type { Listed } from '#src/api/queries/paged.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { ListedRow, ListWanted, ScopeFilters } from '#src/datasources/list.ts';
import { sortText } from '#src/lib/address-values.ts';
import type { ListPageProps } from '#src/pages/list/place.ts';
import type { GridSort } from '#src/ui/grid/columns.ts';
import { Grid, GridLoading } from '#src/ui/grid/Grid.tsx';
import { SearchContext } from '#src/ui/Marked.tsx';
import type { RowRange } from '#src/lib/list.ts';
import { EmptyState, Loaded } from '#src/ui/states.tsx';

export interface ListRowsProps<Row extends ListedRow> extends Pick<
  ListPageProps<Row>,
  'spec' | 'place' | 'onChange'
> {
  readonly list: ListWanted<Row>;
  readonly rows: Listed<Row>;
  readonly places: ScopeFilters;
  readonly names: PlaceNames;
  readonly range: RowRange;
  readonly onRange: (first: number, last: number) => void;
  readonly chosen: string | null;
  /** Which part of which list is shown; see {@link Grid}. */
  readonly part: string;
  readonly onChoose: (id: string) => void;
}

/** The rows, or why there are none. */
export function ListRows<Row extends ListedRow>(props: ListRowsProps<Row>) {
  const { spec, list, rows, place, names, range } = props;
  const { instead, order, search } = list;
  const { total, whole } = rows;
  const { WithColumns } = spec;
  const navigate = useNavigate();
  const open = (target: ReturnType<typeof place.target>) => {
    if (target !== null) void navigate(target);
  };
  if (instead !== undefined) return <EmptyState {...instead(props.places)} />;
  if (whole?.kind === 'none') return <EmptyState title={whole.title}>{whole.advice}</EmptyState>;
  const isSelectable = place.choosing !== undefined;
  const choosing = isSelectable && {
    selected: props.chosen,
    rowName: spec.rowName,
    onSelect: ({ id }: Row) => props.onChoose(id),
  };
  const sorting = order && {
    sort: order.now,
    onSort: (next: GridSort) => props.onChange({ sort: sortText(next, order.usual) }),
  };
  return (
    <SearchContext value={search.value}>
      <WithColumns {...names} {...{ rows, range }} linkTo={place.linkTo}>
        {(columns) => (
          <Loaded
            query={rows.read}
            problemOf={problemOf}
            what={spec.what}
            loading={<GridLoading what={spec.what} columns={columns} isSelectable={isSelectable} />}
          >
            {() =>
              total ? (
                <Grid
                  label={place.title}
                  part={props.part}
                  columns={columns}
                  count={total}
                  rowAt={rows.rowAt}
                  rowKey={({ id }) => id}
                  onRange={props.onRange}
                  onOpen={({ id }) => open(place.target(id))}
                  {...sorting}
                  {...choosing}
                />
              ) : (
                <EmptyState {...list.empty(rows, names)} />
              )
            }
          </Loaded>
        )}
      </WithColumns>
    </SearchContext>
  );
}
