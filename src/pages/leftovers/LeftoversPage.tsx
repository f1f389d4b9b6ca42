import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { onRecords, openStep, recordOf } from '#src/actions/record.ts';
import { jobAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { now } from '#src/lib/clock.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import {
  canSelect,
  type Claim,
  type KnownRestore,
  type Leftover,
  type LeftoverKind,
} from '#src/model/leftovers.ts';
import {
  deleteActionOf,
  deleteCommandsOf,
  deletedLately,
  type DeleteOrder,
  forgetOrder,
  keepOrder,
  latestOrder,
  onLatestOrder,
  orderOf,
} from '#src/pages/leftovers/order.ts';
import {
  type LeftoverRead,
  type LeftoversOfKind,
  type StartedRestore,
  useLeftovers,
} from '#src/pages/leftovers/use-leftovers.ts';
import { afterwards } from '#src/strings/afterwards.ts';
import { common } from '#src/strings/common.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { InlineRead } from '#src/ui/InlineRead.tsx';
import { focusField, takeFocus } from '#src/ui/dom.ts';
import { RouterLink } from '#src/ui/links.tsx';
import {
  CommandBar,
  OverviewLink,
  PageHeader,
  RefreshButton,
  SectionHeading,
} from '#src/ui/page.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { SHORT, useCommonStyles } from '#src/ui/styles.ts';
import { ActionCommands } from '#src/wizard/commands/Scripts.tsx';
import { AfterList, useAfterwards } from '#src/wizard/next-steps/afterwards.tsx';

const route = getRouteApi('/leftovers');

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  // Seen beside the row that was just selected.
  plan: {
    position: 'sticky',
    bottom: 'calc(var(--strip-height, 0px) + var(--panel-height, 0px))',
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    [SHORT]: { position: 'static' },
  },
});

const ABOUT = 'leftovers-about';
const NONE: ReadonlySet<string> = new Set();

/** What restores have left over, and its deletion: planned, confirmed by typing, and read back. */
export function LeftoversPage() {
  const styles = useStyles();
  const started = route.useLoaderData();
  const { restores, jobs, kinds, readAgain } = useLeftovers(started);
  const confirmed = useSyncExternalStore(onLatestOrder, latestOrder);
  const record = useSyncExternalStore(onRecords, () =>
    confirmed === null ? null : recordOf(deleteActionOf(confirmed).id),
  );
  const [selected, setSelected] = useState(NONE);
  const [planned, setPlanned] = useState<DeleteOrder | null>(null);
  const isOpen = record !== null && openStep(record) !== undefined;
  const deleted = deletedLately(now());
  const areJobsRead = jobs.every(({ query }) => query.data !== undefined);
  const shown = kinds.map((one) => ({
    ...one,
    rows: one.rows.filter(({ id }) => !deleted.has(id.toLowerCase())),
  }));
  const chosen = shown.flatMap(({ rows }) => rows).filter(({ id }) => selected.has(id));
  const rowOf = (leftover: Leftover) => ({
    leftover,
    source: restores.find(({ jobId }) => jobId === leftover.jobId)?.source ?? '',
    isSelected: selected.has(leftover.id),
    onSelect: (isSelected: boolean) =>
      setSelected((before) => {
        const after = new Set(before);
        if (isSelected) after.add(leftover.id);
        else after.delete(leftover.id);
        return after;
      }),
  });
  // What ended long ago gives its place to the lists.
  const isPast = record !== null && !isOpen && deleted.size === 0;
  const areShown = useTogether();
  const order = planned ?? (isPast ? null : confirmed);
  return (
    <>
      <PageHeader title={common.leftovers} crumbs={<OverviewLink />} />
      <CommandBar label={words.commandsLabel}>
        <RefreshButton onRefresh={readAgain} />
      </CommandBar>
      <div className={styles.body}>
        <span id={ABOUT} tabIndex={-1}>
          {words.about}
        </span>
        {areShown && <Reads reads={jobs} />}
        {order !== null && (
          <DeletePanel
            key={order.at}
            order={order}
            isPlanned={planned !== null}
            isOtherOpen={planned !== null && isOpen}
            onConfirmed={() => {
              setPlanned(null);
              setSelected(NONE);
            }}
            onChange={() => {
              flushSync(() => setPlanned(null));
              focusField(ABOUT);
            }}
          />
        )}
        {!areShown && <SkeletonRows what={words.what} />}
        {/* What is planned isn't changed below it. */}
        {areShown &&
          planned === null &&
          shown.map(({ kind, rows, reads }) => (
            <LeftoverSection key={kind} {...{ kind, reads, areJobsRead }} rows={rows.map(rowOf)} />
          ))}
        {areShown && planned === null && <AfterRestores {...{ started, restores }} />}
        {planned === null && chosen.length > 0 && (
          <div className={styles.plan}>
            <Button appearance="primary" onClick={() => setPlanned(orderOf(now(), chosen))}>
              {words.plan(chosen.length)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

interface DeletePanelProps {
  readonly order: DeleteOrder;
  /** It was not confirmed yet. */
  readonly isPlanned: boolean;
  /** Another deletion is in progress. */
  readonly isOtherOpen: boolean;
  readonly onConfirmed: () => void;
  /** Called when something else is to be selected. */
  readonly onChange: () => void;
}

/** One deletion from its plan to its end. */
function DeletePanel(props: DeletePanelProps) {
  const { order, isPlanned, isOtherOpen, onConfirmed, onChange } = props;
  const { column } = useCommonStyles();
  return (
    <div ref={isPlanned ? takeFocus : undefined} tabIndex={-1} className={column}>
      <SectionHeading level={2}>{words.deletion}</SectionHeading>
      <ActionPanel
        action={deleteActionOf(order)}
        label={order.items.every(({ kind }) => kind === 'role') ? words.revoke : words.button}
        commands={
          <ActionCommands label={words.commands} commandsOf={() => deleteCommandsOf(order.items)} />
        }
        reason={isOtherOpen ? words.open : null}
        onConfirmed={() => {
          keepOrder(order);
          onConfirmed();
        }}
        onGivenUp={() => {
          forgetOrder();
          onChange();
        }}
      />
      {isPlanned && <Button onClick={onChange}>{words.change}</Button>}
    </div>
  );
}

/** A leftover with whether it is selected: a row is rendered anew when that changes. */
interface LeftoverRow {
  readonly leftover: Leftover;
  /** Name of the VM of the restore that it is, or may be, from. */
  readonly source: string;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

interface LeftoverTableProps {
  readonly kind: LeftoverKind;
  readonly rows: readonly LeftoverRow[];
}

/** What is left over, of one kind: from which restore, its size, and since when. */
function LeftoverTable({ kind, rows }: LeftoverTableProps) {
  return (
    <DataTable
      label={words.kinds[kind]}
      columns={columns}
      rows={rows}
      rowKey={({ leftover }) => leftover.id}
      choice={{
        nameOf: ({ leftover }) => leftover.name,
        isChosen: ({ isSelected }) => isSelected,
      }}
    />
  );
}

const columns: Column<LeftoverRow>[] = [
  { head: words.heads.select, cell: (row) => <Select {...row} /> },
  { head: words.heads.name, cell: ({ leftover }) => leftover.name },
  { head: words.heads.from, cell: (row) => <From {...row} /> },
  {
    head: words.heads.size,
    isNumber: true,
    cell: ({ leftover: { kind, sizeGiB } }) =>
      kind === 'interface' || kind === 'role'
        ? ''
        : sizeGiB === null
          ? common.absence.notReported
          : words.gib(sizeGiB),
  },
  {
    head: words.heads.since,
    isNumber: true,
    cell: ({ leftover: { since } }) => (since === null ? words.noTime : dateTimeText(since)),
  },
  { head: words.heads.where, cell: ({ leftover }) => whereOf(leftover) },
];

function Select({ leftover, isSelected, onSelect }: LeftoverRow) {
  if (!canSelect(leftover)) return words.inUse;
  return (
    <Checkbox
      aria-label={words.select(leftover.name)}
      checked={isSelected}
      onChange={(_, { checked }) => onSelect(checked === true)}
    />
  );
}

/** The restore, and whether that is certain. */
function From({ leftover, source }: LeftoverRow) {
  const { jobId } = leftover;
  const text = fromText(leftover, source);
  if (jobId === null) return text;
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
      {text}
    </RouterLink>
  );
}

/** Which restore a leftover is from, as far as that is known. */
export function fromText(
  { kind, claim, jobId }: Pick<Leftover, 'kind' | 'claim' | 'jobId'>,
  source: string,
): string {
  if (jobId === null) return kind === 'role' ? words.unrelatedRole : words.unrelated;
  return claim === 'certain' ? words.certain(source) : words.likely(source);
}

/** The storage account of a container; the resource group of all else. */
function whereOf({ kind, id, held }: Leftover): string {
  const [, , , , group = '', , , , name = ''] = (held?.scope ?? id).split('/');
  return textInSentence(kind === 'container' ? name : group);
}

/** More are drawn only when they are wanted. */
const FIRST = 50;

const CLAIMS: readonly Claim[] = ['certain', 'likely', 'none'];

/** What is of a restore comes first. */
const byClaim = (a: LeftoverRow, b: LeftoverRow): number =>
  CLAIMS.indexOf(a.leftover.claim) - CLAIMS.indexOf(b.leftover.claim);

interface LeftoverSectionProps extends Pick<LeftoversOfKind, 'kind' | 'reads'> {
  readonly rows: readonly LeftoverRow[];
  /** Whether the jobs of the restores were read: they say where else leftovers may be. */
  readonly areJobsRead: boolean;
}

/**
 * What a kind shows of which nothing was found, by which of its lists were read; null: nothing, as one wasn't.
 * Without any list nothing was searched.
 */
export function noneText(
  kind: LeftoverKind,
  areRead: readonly boolean[],
  areJobsRead: boolean,
): string | null {
  const isByJob = kind === 'container' || kind === 'role';
  if (areRead.includes(false) || (isByJob && !areJobsRead)) return null;
  return isByJob && areRead.length === 0 ? words.notSearched[kind] : words.none[kind];
}

/** Leftovers of one kind, and the lists of them that are being read or could not be. */
function LeftoverSection({ kind, rows, reads, areJobsRead }: LeftoverSectionProps) {
  const { column } = useCommonStyles();
  const [isWhole, setIsWhole] = useState(false);
  const sorted = rows.toSorted(byClaim);
  const areRead = reads.map(({ query }) => query.data !== undefined);
  const none = rows.length > 0 ? null : noneText(kind, areRead, areJobsRead);
  return (
    <section aria-label={words.kinds[kind]}>
      <SectionHeading level={2}>{words.kinds[kind]}</SectionHeading>
      {rows.length > 0 && (
        <LeftoverTable kind={kind} rows={isWhole ? sorted : sorted.slice(0, FIRST)} />
      )}
      {rows.length > FIRST && !isWhole && (
        <Button onClick={() => setIsWhole(true)}>{words.all(countText(rows.length))}</Button>
      )}
      {none !== null && <p>{none}</p>}
      <div className={column}>
        <Reads reads={reads} />
      </div>
    </section>
  );
}

/** What is being read, could not be read, or is longer than what was read. */
function Reads({ reads }: { readonly reads: readonly LeftoverRead[] }) {
  return reads.map(({ what, query }) => (
    <InlineRead key={what} query={query} problemOf={problemOf} what={what}>
      {(data) => Array.isArray(data) && isCut(data) && common.cut(countText(data.length))}
    </InlineRead>
  ));
}

interface AfterRestoresProps {
  readonly started: readonly StartedRestore[];
  /** The same restores, as their jobs report them. */
  readonly restores: readonly KnownRestore[];
}

/** What this browser did after its restores, also what it cleaned up. */
function AfterRestores({ started, restores }: AfterRestoresProps) {
  return started.map((one, index) => (
    <AfterRestore key={one.jobId} {...one} source={restores[index]?.source ?? ''} />
  ));
}

interface AfterRestoreProps extends Pick<StartedRestore, 'jobId' | 'spec'> {
  readonly source: string;
}

function AfterRestore({ jobId, spec, source }: AfterRestoreProps) {
  const lines = useAfterwards(jobId, spec);
  return <AfterList jobId={jobId} lines={lines} title={afterwards.of(source)} />;
}
