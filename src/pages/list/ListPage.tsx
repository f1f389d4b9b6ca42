import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { type Listed, failedRead, useListed } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import {
  type PlaceNames,
  subscriptionsQuery,
  usePlaceNames,
  useRegionNames,
} from '#src/api/resources/places.ts';
import type {
  FilterOptions,
  ListScope,
  ListWanted,
  ListedRow,
  ScopeFilters,
} from '#src/datasources/list.ts';
import { sortText } from '#src/lib/address-values.ts';
import type { RowRange } from '#src/lib/list.ts';
import { settler } from '#src/lib/settle.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ListPageProps, ListPlace } from '#src/pages/list/place.ts';
import { useExportOf } from '#src/pages/list/use-export-of.ts';
import { common } from '#src/strings/common.ts';
import { CaveatsContext, caveatsOfPage } from '#src/ui/caveats.ts';
import { SearchContext } from '#src/ui/Marked.tsx';
import { ListFilters } from '#src/ui/filters/ListFilters.tsx';
import { Grid, GridFooter, GridLoading } from '#src/ui/grid/Grid.tsx';
import type { GridSort } from '#src/ui/grid/columns.ts';
import { CommandBar, OverviewLink, PageHeader, ReadAgo, RefreshButton } from '#src/ui/page.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { useMedia } from '#src/ui/hooks.ts';
import { EmptyState, Loaded, SkeletonRows, TryAgain } from '#src/ui/states.tsx';
import { backupVaultsQuery } from '#src/api/data-protection/vaults.ts';
import { machineTagsQuery } from '#src/api/recovery-services/items.ts';
import { vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { tagText, tagValue } from '#src/model/machines.ts';
import type { ExportState, Retry } from '#src/model/problem.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { regionText } from '#src/strings/regions.ts';
import { countText } from '#src/lib/format.ts';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';

interface ListCommandsProps {
  readonly place: Pick<ListPlace, 'commandsLabel' | 'firstCommand' | 'isInOneRow'>;
  readonly readAt: Instant | null;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
  /** The commands of the page, in front. */
  readonly children: ReactNode;
}

const PHONE = '(max-width: 639px)';
/** No room for icons beside the title and the region. */
const SMALL_PHONE = '(max-width: 359px)';

/** What can be done with the list and with the chosen row. */
function ListCommands({ place, readAt, onExport, children }: ListCommandsProps) {
  const { commandsLabel: label, firstCommand: first, isInOneRow } = place;
  const styles = useStyles();
  const queries = useQueryClient();
  const more = useId();
  const isFolded = useMedia(PHONE) && isInOneRow === true;
  const isSmall = useMedia(SMALL_PHONE);
  const refresh = () => void queries.invalidateQueries({ refetchType: 'active' });
  const others = (
    <>
      {children}
      {onExport !== null && (
        <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={onExport}>
          {common.csv.command}
        </Button>
      )}
    </>
  );
  if (!isFolded)
    return (
      <CommandBar label={label} trailing={<ReadAgo at={readAt} />}>
        {first?.(false)}
        <RefreshButton onRefresh={refresh} />
        {others}
      </CommandBar>
    );
  return (
    <CommandBar label={label}>
      {!isSmall && (
        <>
          {first?.(true)}
          <RefreshButton isIcon onRefresh={refresh} />
        </>
      )}
      <Button
        appearance="subtle"
        className={styles.more}
        aria-label={common.more}
        title={common.more}
        popoverTarget={more}
      >
        {common.moreMark}
      </Button>
      <Popover id={more} label={label}>
        {() => (
          <div className={styles.folded}>
            {isSmall && (
              <>
                {first?.(false)}
                <RefreshButton onRefresh={refresh} />
              </>
            )}
            {others}
            <ReadAgo at={readAt} />
          </div>
        )}
      </Popover>
    </CommandBar>
  );
}

interface ListRowsProps<Row extends ListedRow> extends Pick<
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
function ListRows<Row extends ListedRow>(props: ListRowsProps<Row>) {
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
            loading={
              <GridLoading
                what={spec.what}
                columns={columns}
                isSelectable={isSelectable}
                isDense={spec.isDense}
              />
            }
          >
            {() =>
              total ? (
                <Grid
                  label={place.title}
                  part={props.part}
                  isDense={spec.isDense}
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

const useStyles = makeStyles({
  // Its grid fills the rest of the window and scrolls by itself.
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    '@media (max-width: 639px)': { minHeight: 'auto' },
  },
  /** The commands between the title and what stands at its right; when it was read on the line above. */
  oneRow: {
    flexShrink: 0,
    '@media (max-width: 639px)': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      '& > header': {
        flexGrow: 1,
        alignItems: 'center',
        gap: tokens.spacingHorizontalS,
        minHeight: '44px',
        paddingInlineEnd: 0,
        borderBottomStyle: 'none',
      },
      '& > [role="group"]': {
        flexWrap: 'nowrap',
        minHeight: '44px',
        paddingInline: `0 ${tokens.spacingHorizontalXS}`,
        borderBottomStyle: 'none',
      },
    },
    // Below what stands at the title's right: it comes late, and may move no command to another line.
    '@media (min-width: 640px) and (max-width: 1279px)': {
      '& > [role="group"]': { position: 'relative' },
      '& > [role="group"] > span': {
        position: 'absolute',
        insetInlineEnd: tokens.spacingHorizontalL,
        bottom: '100%',
        lineHeight: tokens.lineHeightBase200,
      },
    },
    '@media (min-width: 1280px)': {
      position: 'relative',
      '& > header': { alignItems: 'flex-end', paddingTop: '4px', paddingBottom: '5px' },
      // The link is as high as it has to be, and its line as high as its text.
      '& nav': { marginTop: '-4px' },
      '& h1': { lineHeight: '28px' },
      '& > [role="group"]': {
        position: 'absolute',
        insetInlineStart: '172px',
        bottom: '5px',
        minHeight: '32px',
        paddingInline: 0,
        borderBottomStyle: 'none',
      },
      '& > [role="group"] > :not([aria-label])': { paddingInline: tokens.spacingHorizontalS },
      '& > [role="group"] > span': {
        position: 'absolute',
        insetInlineStart: 0,
        bottom: '100%',
        lineHeight: tokens.lineHeightBase200,
        textAlign: 'start',
      },
    },
  },
  more: { minWidth: '40px', height: '40px', padding: 0 },
  folded: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
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
  const own = list.filters(places);
  const filters = picker === null ? own : [picker, ...own];
  const [caveats] = useState(caveatsOfPage);
  const listed = { spec, list, filters, rows, names };
  const { bar, onExport } = useExportOf({ ...listed, caveats: caveats.shown });
  // What is counted beside the rows comes after them.
  const isRead = rows.total !== undefined || rows.read.error !== null;
  return (
    <CaveatsContext value={caveats}>
      <div className={styles.root}>
        <div className={place.isInOneRow === true ? styles.oneRow : undefined}>
          <PageHeader
            title={place.title}
            crumbs={[<OverviewLink key="overview" />]}
            actions={props.actions}
            isCompact={place.isInOneRow}
          />
          <ListCommands place={place} readAt={rows.readAt} onExport={onExport}>
            {place.commands?.(chosen)}
          </ListCommands>
        </div>
        {props.isWaiting === true ? (
          <SkeletonRows what={spec.what} rows={12} />
        ) : (
          <>
            {spec.intro !== undefined && <p className={styles.intro}>{spec.intro}</p>}
            {props.lead}
            <ListFilters
              search={{ part: 'search', ...list.search }}
              isDense={spec.isDense}
              heading={list.heading?.(rows)}
              toggles={list.toggles?.(rows)}
              filters={filters}
              pinned={props.pinned}
              pictures={props.pictures}
              onChange={onChange}
            />
            <ListTroubles
              ignored={[...props.ignored, ...list.ignored]}
              failed={rows.failed}
              csv={bar}
            />
            {props.above}
            <ListRows
              {...{ spec, list, rows, place, places, names, range, onRange, chosen, onChange }}
              // Rows that two parts of one list share are the same rows; of another list there are none.
              key={spec.what}
              part={JSON.stringify({ ...address, sort: undefined, backups: undefined })}
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
          </>
        )}
      </div>
    </CaveatsContext>
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

/** The filters by place. What is chosen has a name before the others are read. */
function useScopeFilters(chosen: ListScope): ScopeFilters {
  const { vaults: ids = [], regions: places = [], tags: chosenTags = [] } = chosen;
  const { providers = ['Microsoft.RecoveryServices'] } = chosen;
  const hasRecoveryServices = providers.includes('Microsoft.RecoveryServices');
  const hasDataProtection = providers.includes('Microsoft.DataProtection');
  const subscriptions = useQuery(subscriptionsQuery());
  const names = useRegionNames();
  const [isOpened, setIsOpened] = useState(false);
  const isNeeded = isOpened || chosen.isOfVault === true;
  const ofMachines = useQuery({
    ...vaultNamesQuery(),
    enabled: isNeeded && hasRecoveryServices,
  });
  const ofDisks = useQuery({
    ...backupVaultsQuery(),
    enabled: isNeeded && hasDataProtection,
  });
  const [areTagsOpened, setAreTagsOpened] = useState(false);
  const tags = useQuery({ ...machineTagsQuery(), enabled: areTagsOpened });
  const vaults = together([
    ...(hasRecoveryServices ? [ofMachines.data] : []),
    ...(hasDataProtection ? [ofDisks.data] : []),
  ]);
  const regions = vaults && [...new Set(vaults.map(({ region }) => region))].toSorted();
  const onOpen = () => setIsOpened(true);
  const retry = againOf([ofMachines, ofDisks]);
  return {
    subscription: {
      part: 'subscription',
      options: subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
      chosen: chosen.subscriptions ?? [],
      retry: againOf([subscriptions]),
    },
    vault: {
      part: 'vault',
      options:
        vaults?.map(({ id, name }) => ({ value: id, text: name })) ??
        known(ids, (id) => nameOf(id)),
      chosen: ids,
      onOpen,
      retry,
    },
    region: {
      part: 'region',
      options: (regions ?? (places.length === 0 ? undefined : places))?.map((value) => ({
        value,
        text: names[value.toLowerCase()] ?? regionText(value),
      })),
      chosen: places,
      onOpen,
      retry,
    },
    tag: {
      part: 'tag',
      options: (tags.data ?? (chosenTags.length === 0 ? undefined : chosenTags))?.map((tag) => ({
        value: tagValue(tag),
        text: tagText(tag),
      })),
      chosen: chosenTags.map(tagValue),
      onOpen: () => setAreTagsOpened(true),
      retry: againOf([tags]),
    },
    machineVaults: ofMachines.data,
  };
}

/** The way to what could not be read; undefined where all could. */
function againOf(reads: readonly Pick<UseQueryResult, 'error' | 'refetch'>[]): Retry | undefined {
  const failed = reads.filter(({ error }) => error !== null).map(failedRead);
  const [first] = failed;
  if (first === undefined) return undefined;
  return {
    way: first.way,
    onRetry: () => {
      for (const { onRetry } of failed) onRetry();
    },
  };
}

interface NamedVault {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/** All of them by name; undefined as long as one list is being read. */
function together(
  lists: readonly (readonly NamedVault[] | undefined)[],
): readonly NamedVault[] | undefined {
  if (lists.includes(undefined)) return undefined;
  const all = lists.flatMap((list) => list ?? []);
  return lists.length === 1 ? all : all.toSorted((a, b) => a.name.localeCompare(b.name));
}

function known(values: readonly string[], textOf: (value: string) => string): FilterOptions {
  return values.length === 0 ? undefined : values.map((value) => ({ value, text: textOf(value) }));
}

const useTroubleStyles = makeStyles({ root: { paddingInline: tokens.spacingHorizontalXXL } });

interface ExportBarProps {
  readonly state: ExportState;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}

/** Says how the CSV comes along; what was read is kept when it breaks off. */
function ExportBar({ state, onStop, onGoOn }: ExportBarProps) {
  const styles = useTroubleStyles();
  if (state.kind === 'none') return null;
  return (
    <div className={styles.root}>
      <MessageBar intent={state.kind === 'failed' ? 'error' : 'info'} politeness="polite">
        <MessageBarBody>{exportText(state)}</MessageBarBody>
        {state.kind === 'reading' && (
          <MessageBarActions>
            <Button onClick={onStop}>{common.csv.stop}</Button>
          </MessageBarActions>
        )}
        {state.kind === 'failed' && (
          <MessageBarActions>
            {state.way === 'again' || state.way === 'after' ? (
              <Button onClick={onGoOn}>{common.csv.goOn}</Button>
            ) : (
              <TryAgain way={state.way} />
            )}
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}

function exportText(state: Exclude<ExportState, { readonly kind: 'none' }>): string {
  const words = common.csv;
  switch (state.kind) {
    case 'reading':
      return state.total === null
        ? words.begun
        : words.running(countText(state.read), countText(state.total));
    case 'saved':
      return words.saved(state.rows, countText(state.rows), state.notes);
    case 'failed':
      return words.failed(countText(state.read), state.message);
  }
}

interface ListTroublesProps {
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
  /** A part of the list that could not be read; null when all could. */
  readonly failed: (Retry & { readonly message: string }) | null;
  /** Left out where a list is not exported. */
  readonly csv?: ExportBarProps;
}

/** What stands between the filters and the rows: what is left out, failed or under way. */
function ListTroubles({ ignored, failed, csv }: ListTroublesProps) {
  return (
    <>
      <Ignored parts={ignored} />
      {failed !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{common.partFailed(failed.message)}</MessageBarBody>
          <MessageBarActions>
            <TryAgain way={failed.way} onRetry={failed.onRetry} />
          </MessageBarActions>
        </MessageBar>
      )}
      {csv !== undefined && <ExportBar {...csv} />}
    </>
  );
}
