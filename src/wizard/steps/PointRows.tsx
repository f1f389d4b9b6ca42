import {
  Button,
  type GriffelStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useCallback, useState } from 'react';
import type { Control } from 'react-hook-form';
import { dateTimeText, timeText, leastDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { suggested as suggestedWords, wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { Later, lazyPart, Part } from '#src/ui/Part.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { PickField, type PickFieldProps } from '#src/ui/fields/PickField.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { type DatedPoint, fits, type PointSearch, readFilter } from '#src/ui/points/filter.ts';
import { LossBar } from '#src/ui/points/signs.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { NO_REMARK_BESIDE, TIGHT_ONLY } from '#src/ui/styles.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { isStillNewest, newestUsable, useSuggestedPoint } from '#src/wizard/draft/suggested.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { PointFoot, PointPlan, TOO_TIGHT } from '#src/wizard/steps/PointPlan.tsx';

// Restore points can be selected before the timeline is there.
const AbovePoints = lazyPart(
  () => import('#src/wizard/steps/AbovePoints.tsx'),
  (code) => code.AbovePoints,
);

/** A restore point as the step for it lists it. */
interface Point extends DatedPoint {
  readonly name: string;
}

const nameOf = ({ time, name }: Point): string => (time === null ? name : dateTimeText(time));

const words = wizard.point;

const NARROW = '@media (max-width: 639px)';

/** What stays in view above the list, where it does. */
const STUCK_PX = 228;

/** No panel beside the list. */
const ALONE: GriffelStyle = { gridTemplateColumns: 'minmax(0, 1fr)', marginInlineEnd: 0 };

/** Less than a panel and remarks need, enough for a row of all columns. */
const TIGHT_WITH_ALL = '@container wide-page (min-width: 760px) and (max-width: 1059px)';

/**
 * How much of the width the time, the third column and the last have; the others share what is left. No selection, badge or
 * age moves a column then.
 */
const shares = (time: string, third: string, last: string) => ({
  '& [role="columnheader"]:nth-child(1)': { width: time },
  '& [role="columnheader"]:nth-child(3)': { width: third },
  '& [role="columnheader"]:last-child': { width: last },
});

const useStyles = makeStyles({
  // As high as the filters and the timeline of most, so that nothing jumps.
  waiting: { height: '219px', [NARROW]: { height: '241px' } },
  // The panel has its place before a point is selected, or the list would become narrower then.
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 336px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalXXL})`,
    [NO_REMARK_BESIDE]: ALONE,
    [NARROW]: ALONE,
  },
  list: {
    '& [role="table"]': { tableLayout: 'fixed' },
    '& [role="cell"]': { height: '36px', boxSizing: 'border-box', paddingBlock: 0 },
    '& [role="cell"]:not(:first-child)': {
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    '& [role="columnheader"]': {
      boxSizing: 'border-box',
      paddingBlock: tokens.spacingVerticalXS,
    },
    ...shares('20%', '21%', '33%'),
    [TIGHT_WITH_ALL]: shares('26%', '25%', '31%'),
    // The tier is the longest, and says the same in most rows.
    [TOO_TIGHT]: shares('32%', '13%', '34%'),
    '& .fui-Radio__indicator': { marginBlock: '9px' },
    '& .fui-Radio__label': { paddingBlock: '7px', whiteSpace: 'nowrap' },
    '& [role="row"][aria-selected="true"]': { backgroundColor: tokens.colorBrandBackground2 },
    '& [role="row"]:has([data-after]):not([aria-selected="true"])': {
      color: tokens.colorNeutralForeground3,
    },
    // What has the focus is never under what stays in view.
    '& input, & button': { scrollMarginBlock: `${String(STUCK_PX)}px 80px` },
    '@media (max-height: 639px)': { '& input, & button': { scrollMarginBlock: '8px 80px' } },
    [NARROW]: {
      '& [role="row"]': {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 96px',
        columnGap: 0,
        gridTemplateAreas: '"time first" "second marks"',
        alignContent: 'center',
        minHeight: '52px',
        boxSizing: 'border-box',
        paddingBlock: 0,
      },
      '& [role="cell"]': { height: 'auto', alignSelf: 'center' },
      '& [role="cell"]:nth-child(1)': { gridArea: 'time' },
      '& [role="cell"]:nth-child(2)': { gridArea: 'first', textAlign: 'end' },
      '& [role="cell"]:nth-child(3)': {
        gridArea: 'second',
        paddingInlineStart: '32px',
        paddingInlineEnd: 0,
        whiteSpace: 'normal',
        fontSize: tokens.fontSizeBase200,
        lineHeight: tokens.lineHeightBase200,
        color: tokens.colorNeutralForeground2,
      },
      '& [role="cell"]:last-child': { gridArea: 'marks', textAlign: 'end' },
      '& .fui-Radio__indicator': { marginBlock: '6px' },
      '& .fui-Radio__label': { paddingBlock: '4px', whiteSpace: 'normal' },
    },
  },
  loss: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    alignContent: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    verticalAlign: 'top',
  },
  amount: { whiteSpace: 'nowrap', [NARROW]: { display: 'none' } },
  bar: {
    display: 'inline-flex',
    [TIGHT_ONLY]: { display: 'none' },
    [NARROW]: { display: 'none' },
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    height: '20px',
    paddingInline: '6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  newest: {
    backgroundColor: tokens.colorBrandBackground2Hover,
    color: tokens.colorBrandForeground2,
  },
  clear: {
    minWidth: '24px',
    maxWidth: '24px',
    height: '24px',
    padding: 0,
    [TOO_TIGHT]: { display: 'none' },
    [NARROW]: { display: 'none' },
  },
  // Where the timeline has gone out of view, a link to it.
  change: { display: 'none', '@media (max-height: 639px)': { display: 'inline-flex' } },
  panel: {
    position: 'sticky',
    top: `${String(STUCK_PX - 48)}px`,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [NO_REMARK_BESIDE]: { display: 'none' },
    [NARROW]: { display: 'none' },
  },
});

/** How late the timeline shows a new day at most. */
const NEW_DAY_MS = 60_000;

/** Rows of which the loss is longer have the longest bar. */
const LONGEST_MS = 14 * 86_400_000;

interface PointRowsProps<Reads, Row extends Point> extends Pick<
  PickFieldProps<DraftChoices, Row>,
  'rows' | 'firstHead' | 'columns' | 'blockedOf'
> {
  readonly view: View<Reads>;
  readonly control: Control<DraftChoices>;
  /** The text where there is no restore point. */
  readonly none: string;
  readonly readAt: Instant | null;
  /** What is to be consistent runs in it: points of which that isn't known are not enough. */
  readonly wantsApplication?: boolean;
  /** What can be done with the selected point. */
  readonly renderPlan?: (point: Row) => ReactNode;
  /** How long that takes, in a few words. */
  readonly renderRange?: (point: Row) => ReactNode;
}

/** The restore points of a backup instance in time, narrowed by filters, and one of them to select. */
export function PointRows<Reads, Row extends Point>(props: PointRowsProps<Reads, Row>) {
  const {
    view,
    control,
    none,
    readAt,
    wantsApplication = false,
    renderPlan,
    renderRange,
    ...table
  } = props;
  const { rows, blockedOf } = table;
  const styles = useStyles();
  const { stored, model } = view;
  const now = useNow(NEW_DAY_MS);
  const [search, setSearch] = useState<PointSearch>({});
  const onChange = (change: PointSearch) => setSearch((all) => ({ ...all, ...change }));
  const { filter } = readFilter(search);
  const { before } = filter;
  const isUsable = (row: Row): boolean => blockedOf?.(row) === undefined;
  const wanted = rows.filter((row) => fits(row, filter));
  // The list has those after the moment, too.
  const shown = rows.filter((row) => fits(row, { ...filter, before: null }));
  const isShown = new Set(shown);
  useSuggestedPoint(stored, model.transitions, wanted, isUsable);
  const selected = rows.find(({ name }) => name === stored.choices['point']);
  const revealSelected = useReveal(selected !== undefined);
  if (rows.length === 0) return <EmptyState title={none} />;
  const clear = () => changeChoices(model.transitions, stored.id, { point: null });
  const newest = before === null ? null : newestUsable(wanted, isUsable);
  const marks: MarksProps = {
    before,
    newest,
    suggested: isStillNewest(stored, wanted, isUsable) ? (selected?.name ?? null) : null,
    selected: selected?.name ?? null,
    onClear: clear,
  };
  const application = wantsApplication
    ? newestUsable(
        wanted.filter(({ consistency }) => consistency === 'AppConsistent'),
        isUsable,
      )
    : null;
  const plan = selected && (renderPlan?.(selected) ?? null);
  return (
    <div>
      <Part what={words.timeline} waiting={<div className={styles.waiting} />}>
        <Later waiting={<div className={styles.waiting} />}>
          <AbovePoints
            draft={stored}
            transitions={model.transitions}
            points={rows.map((row) => ({
              name: row.name,
              time: row.time,
              ...(row.tier && { tier: row.tier }),
              ...(row.consistency && { consistency: row.consistency }),
              isBlocked: !isUsable(row),
              isLeftOut: !isShown.has(row),
            }))}
            shown={shown.length}
            selected={selected ?? null}
            isHidden={selected !== undefined && !isShown.has(selected)}
            application={application}
            isEnough={selected?.consistency !== 'CrashConsistent'}
            {...{ now, search, filter, onChange }}
          />
        </Later>
      </Part>
      {selected !== undefined && <Spoken text={spokenText(selected, now)} />}
      <div className={styles.columns}>
        <div ref={revealSelected} className={styles.list}>
          {shown.length > 0 && (
            <PickField
              control={control}
              name="point"
              label={words.label}
              {...errorWords(view)}
              {...table}
              columns={[...table.columns, lossColumn(now, marks)]}
              rows={shown}
              valueOf={({ name }) => name}
              nameOf={nameOf}
            />
          )}
        </div>
        {selected !== undefined && (
          <aside aria-label={wizard.plan.title} className={styles.panel}>
            <PointPlan title={nameOf(selected)} isPossible={isUsable(selected)}>
              <Later>{plan}</Later>
            </PointPlan>
          </aside>
        )}
      </div>
      <PointFoot
        counts={{ shown: shown.length, all: rows.length }}
        lostMs={selected === undefined || selected.time === null ? null : now - selected.time}
        readAt={readAt}
        range={selected && renderRange?.(selected)}
        plan={
          selected && {
            title: nameOf(selected),
            isPossible: isUsable(selected),
            children: plan,
          }
        }
      />
    </div>
  );
}

const spokenText = (point: Point, now: Instant): string =>
  point.time === null ? point.name : words.spoken(nameOf(point), now - point.time);

/** Brings the selected row into view once there is one, where the view is too low for it to be there. */
function useReveal(hasSelected: boolean) {
  return useCallback(
    (list: HTMLElement | null) => {
      if (!hasSelected || !window.matchMedia('(max-height: 639px)').matches) return undefined;
      // The step's heading takes the focus first, and comes into view by it.
      const frame = requestAnimationFrame(() =>
        list
          ?.querySelector('[role="row"][aria-selected="true"]')
          ?.scrollIntoView({ block: 'start', behavior: 'instant' }),
      );
      return () => cancelAnimationFrame(frame);
    },
    [hasSelected],
  );
}

interface MarksProps {
  readonly before: Instant | null;
  /** The newest point before that moment, by its name. */
  readonly newest: string | null;
  /** The point that is suggested and selected, and the one that is selected. */
  readonly suggested: string | null;
  readonly selected: string | null;
  readonly onClear: () => void;
}

interface LossCellProps {
  readonly row: Point;
  readonly now: Instant;
  readonly marks: MarksProps;
}

const lossColumn = (now: Instant, marks: MarksProps): Column<Point> => ({
  head: dataLoss.head,
  cell: (row) => <LossCell row={row} now={now} marks={marks} />,
});

/** What is lost by going back to a point, and what is to know of it. */
function LossCell({ row: { name, time }, now, marks }: LossCellProps) {
  const styles = useStyles();
  const { before, newest, suggested, selected, onClear } = marks;
  const isAfter = before !== null && time !== null && time >= before;
  return (
    <span className={styles.loss}>
      {time === null ? (
        <span className={styles.amount}>{common.absence.notReported}</span>
      ) : (
        <>
          <span className={styles.bar}>
            <LossBar share={(now - time) / LONGEST_MS} />
          </span>
          <span className={styles.amount}>{leastDurationText(now - time)}</span>
        </>
      )}
      {selected === name && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.change}
          onClick={() => document.querySelector<HTMLElement>('[role="slider"]')?.focus()}
        >
          {words.change}
        </Button>
      )}
      {isAfter && (
        <span data-after className={styles.mark}>
          {words.after(timeText(before))}
        </span>
      )}
      {newest === name && (
        <span className={mergeClasses(styles.mark, styles.newest)}>{instance.points.before}</span>
      )}
      {suggested === name && (
        <>
          {newest !== name && (
            <span className={mergeClasses(styles.mark, styles.newest)}>{suggestedWords.mark}</span>
          )}
          <Button
            size="small"
            appearance="subtle"
            className={styles.clear}
            aria-label={suggestedWords.clearPoint}
            icon={<Dismiss16Regular />}
            onClick={onClear}
          />
        </>
      )}
    </span>
  );
}
