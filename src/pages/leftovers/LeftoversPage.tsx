import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { onRecords, recordOf } from '#src/actions/record.ts';
import { openStep } from '#src/actions/status.ts';
import { now } from '#src/lib/clock.ts';
import type { Leftover } from '#src/model/leftovers.ts';
import { DeletePanel } from '#src/pages/leftovers/DeletePanel.tsx';
import { AfterRestores, LeftoverSection, Reads } from '#src/pages/leftovers/LeftoverSection.tsx';
import {
  actionOf,
  deletedLately,
  type DeleteOrder,
  latestOrder,
  onLatestOrder,
  orderOf,
} from '#src/pages/leftovers/order.ts';
import { useLeftovers } from '#src/pages/leftovers/use-leftovers.ts';
import { common } from '#src/strings/common.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { CommandBar, OverviewLink, PageHeader, RefreshButton } from '#src/ui/page.tsx';
import { focusField } from '#src/ui/dom.ts';
import { SHORT } from '#src/ui/styles.ts';
import { SkeletonRows } from '#src/ui/states.tsx';
import { useTogether } from '#src/api/queries/together.tsx';

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
    confirmed === null ? null : recordOf(actionOf(confirmed).id),
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
