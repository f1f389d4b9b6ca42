import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { RowRange } from '#src/lib/list.ts';
import { settler } from '#src/lib/settle.ts';
import { useListed } from '#src/api/queries/paged.ts';
import { usePlaceNames } from '#src/api/resources/places.ts';
import { useScopeFilters } from '#src/pages/list/scope-filters.ts';
import type { ListedRow } from '#src/datasources/list.ts';
import { ListCommands } from '#src/pages/list/ListCommands.tsx';
import { ListRows } from '#src/pages/list/ListRows.tsx';
import type { ListPageProps } from '#src/pages/list/place.ts';
import { useExportOf } from '#src/pages/list/use-export-of.ts';
import { ListFilters } from '#src/ui/filters/ListFilters.tsx';
import { ListTroubles } from '#src/pages/list/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/Grid.tsx';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  // Its grid fills the rest of the window and scrolls by itself.
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    '@media (max-width: 639px)': { minHeight: 'auto' },
  },
  intro: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    color: tokens.colorNeutralForeground2,
  },
  // On a line of its own: what comes late finds its place on the one above.
  hint: { flexBasis: '100%' },
});

/**
 * The page of any list; the address holds its filters. Header and filters stay mounted when another
 * list takes the place of the first, so the focus isn't lost.
 */
export function ListPage<Row extends ListedRow>(props: ListPageProps<Row>) {
  const { spec, place, address, picker, onChange } = props;
  const styles = useStyles();
  const list = spec.listOf(address);
  const [range, onRange] = useRowRange();
  const rows = useListed(list.source, range);
  const places = useScopeFilters(list.scope);
  const names = usePlaceNames();
  const [row, setRow] = useState<{ readonly list: unknown; readonly id: string } | null>(null);
  const chosen = row?.list === spec ? row.id : null;
  const { bar, onExport } = useExportOf(spec, list.csv, rows, names);
  const filters = list.filters(places);
  // What is counted beside the rows comes after them.
  const isRead = rows.total !== undefined || rows.read.error !== null;
  return (
    <div className={styles.root}>
      <PageHeader
        title={place.title}
        crumbs={[<OverviewLink key="overview" />]}
        actions={props.actions}
      />
      <ListCommands label={place.commandsLabel} readAt={rows.readAt} onExport={onExport}>
        {place.commands?.(chosen)}
      </ListCommands>
      {spec.intro !== undefined && <p className={styles.intro}>{spec.intro}</p>}
      <ListFilters
        search={{ part: 'search', ...list.search }}
        filters={picker === null ? filters : [picker, ...filters]}
        pinned={props.pinned}
        onChange={onChange}
      />
      <ListTroubles ignored={[...props.ignored, ...list.ignored]} failed={rows.failed} csv={bar} />
      {props.above}
      <ListRows
        {...{ spec, list, rows, place, places, names, range, onRange, chosen, onChange }}
        // Rows that two parts of one list share are the same rows; of another list there are none.
        key={spec.what}
        part={JSON.stringify({ ...address, sort: undefined })}
        onChoose={(id) => setRow({ list: spec, id })}
      />
      <GridFooter
        list={rows.whole?.kind === 'rows' ? rows.whole.read : undefined}
        count={rows.total === undefined ? '' : list.count(rows.total, rows, names)}
      >
        {isRead && props.footer}
        {isRead && list.footer}
        {chosen === null && place.choosing?.hint && (
          <span className={styles.hint}>{place.choosing.hint}</span>
        )}
      </GridFooter>
    </div>
  );
}

/** Pages are read when scrolling rests, and once a second while it does not. */
const PACE = { quietMs: 120, longestMs: 1000 };

/** The rows in view, for whoever reads them; scrolling is faster than any reading. */
function useRowRange(): readonly [RowRange, (first: number, last: number) => void] {
  const [{ listen, latest, offer }] = useState(restingRange);
  return [useSyncExternalStore(listen, latest), offer];
}

function restingRange() {
  const pace = settler<RowRange>(PACE);
  let range: RowRange = { first: 0, last: 0 };
  return {
    offer: (first: number, last: number) => pace.offer({ first, last }),
    latest: () => range,
    listen: (onRest: () => void) =>
      pace.listen((rested) => {
        range = rested;
        onRest();
      }),
  };
}
