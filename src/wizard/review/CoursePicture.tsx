import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { countText, dateTimeText, timeText } from '#src/lib/format.ts';
import { clockRangeText } from '#src/progress/live/progress-text.ts';
import { course as words } from '#src/strings/course.ts';
import { picture } from '#src/strings/picture.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import type { DiskPart, PointPart, Reading, RestoreModel } from '#src/ui/picture/model.ts';
import { lossText, textOf } from '#src/ui/picture/reading.ts';
import { PictureTwin } from '#src/ui/picture/RestorePicture.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { type CourseStep, signsOf, type StepSign } from '#src/wizard/course.ts';
import {
  type CourseProps,
  limitAfter,
  notesOf,
  type Takes,
  useTimes,
} from '#src/wizard/review/CourseStrip.tsx';
import type { ReviewAction } from '#src/wizard/task.ts';

const UPRIGHT = '@media (max-width: 1023px)';
const OWN_COLORS = '@media (forced-colors: active)';
const PRINT = '@media print';

const hatched = (color: string): string =>
  `repeating-linear-gradient(135deg, ${color} 0 1.5px, transparent 1.5px 5px)`;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0 },
  limited: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-7px',
      insetBlock: '-5px',
      width: '3px',
      backgroundColor: tokens.colorStatusWarningForeground3,
      [OWN_COLORS]: { backgroundColor: 'CanvasText' },
      [UPRIGHT]: { insetInline: '0', insetBlock: '-5px auto', width: 'auto', height: '3px' },
    },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  limit: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  // What leads from today to the end: cards side by side, and what runs through them.
  picture: {
    display: 'grid',
    gridTemplateRows: 'auto auto 26px auto',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    [UPRIGHT]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  },
  contents: { display: 'contents' },
  card: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: '1 / -1',
    boxSizing: 'border-box',
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    position: 'relative',
    [PRINT]: { border: '1px solid #000' },
    [UPRIGHT]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'end',
      justifyContent: 'space-between',
      marginInlineStart: '20px',
      minHeight: '44px',
      paddingBlock: '1px',
    },
  },
  end: {
    backgroundColor: tokens.colorNeutralBackground2,
    [UPRIGHT]: {
      border: '1px solid transparent',
      backgroundColor: 'transparent',
      minHeight: '24px',
    },
  },
  toDo: {
    outline: `2px solid ${tokens.colorStatusDangerBorder2}`,
    outlineOffset: '-1px',
    [OWN_COLORS]: { outline: '2px solid Mark' },
  },
  head: { paddingInline: tokens.spacingHorizontalS, [UPRIGHT]: { flex: '1 1 0' } },
  endHead: {
    [UPRIGHT]: {
      display: 'flex',
      alignItems: 'baseline',
      columnGap: tokens.spacingHorizontalS,
      justifyContent: 'space-between',
    },
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  danger: { color: tokens.colorStatusDangerForeground3 },
  foot: {
    gridRow: '4',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    justifyContent: 'flex-end',
    paddingInline: tokens.spacingHorizontalS,
    minHeight: '36px',
    '& button': { minWidth: 0 },
    [UPRIGHT]: { minHeight: 0, maxWidth: '45%', '& button': { minHeight: '44px' } },
  },
  says: { display: 'none', [UPRIGHT]: { display: 'block' } },
  // The line of service: a piece in each card, over the gap to the next.
  rail: {
    gridRow: '3',
    alignSelf: 'end',
    marginInline: '-5px',
    marginBottom: '5px',
    borderTopWidth: '4px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorStatusSuccessForeground1,
    [OWN_COLORS]: { borderTopColor: 'CanvasText' },
    [UPRIGHT]: {
      position: 'absolute',
      insetInlineStart: '-14px',
      insetBlock: '-3px',
      alignSelf: 'stretch',
      width: '4px',
      marginInline: '0',
      marginBottom: '0',
      borderTopWidth: '0',
      borderLeftWidth: '4px',
      borderLeftStyle: 'solid',
      borderLeftColor: tokens.colorStatusSuccessForeground1,
    },
  },
  away: {
    borderTopStyle: 'dotted',
    borderTopColor: tokens.colorStatusDangerForeground1,
    [UPRIGHT]: {
      borderLeftStyle: 'dotted',
      borderLeftColor: tokens.colorStatusDangerForeground1,
    },
  },
  unread: {
    borderTopStyle: 'dotted',
    borderTopColor: tokens.colorNeutralStrokeAccessible,
    [UPRIGHT]: {
      borderLeftStyle: 'dotted',
      borderLeftColor: tokens.colorNeutralStrokeAccessible,
    },
  },
  railWord: {
    gridRow: '3',
    alignSelf: 'start',
    zIndex: 1,
    paddingInline: tokens.spacingHorizontalS,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    [UPRIGHT]: { display: 'none' },
  },
  // Drawn over the cards; on a phone the steps say it.
  over: {
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    minWidth: 0,
    marginInline: '10px',
    marginBlock: tokens.spacingVerticalXS,
    gridRow: '2',
    [UPRIGHT]: { display: 'none' },
  },
  last: { gridRow: '4', flexDirection: 'row', columnGap: '6px', alignItems: 'center' },
  bar: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    minWidth: 0,
    height: '20px',
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    [PRINT]: { border: '1px solid #000', backgroundColor: '#fff' },
  },
  fresh: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    [OWN_COLORS]: { border: '3px solid Highlight' },
  },
  moving: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  kept: {
    flex: '1 1 0',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: hatched(tokens.colorNeutralStroke1),
  },
  lost: {
    flexGrow: 1,
    justifyContent: 'center',
    height: 'auto',
    minHeight: '24px',
    whiteSpace: 'normal',
    textAlign: 'center',
    border: `1px solid ${tokens.colorStatusWarningForeground3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: hatched(tokens.colorStatusWarningBorder2),
    [OWN_COLORS]: { border: '3px double CanvasText' },
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  on: { color: tokens.colorStatusSuccessForeground1 },
  point: {
    textAlign: 'end',
    '& strong': { color: tokens.colorBrandForeground1 },
    [UPRIGHT]: { display: 'none' },
  },
  // Words on a hatch.
  plain: {
    paddingInline: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  unseen: UNSEEN,
});

interface CoursePictureProps extends CourseProps {
  readonly model: RestoreModel;
  /** What puts the step right that holds the restore back. */
  readonly action: ReviewAction | undefined;
  /** What checks and rules say of its parts. */
  readonly signs: readonly StepSign[];
  /** Leads to what says a sign, by its id. */
  readonly toRow: (rowId: string) => void;
  readonly isUpright: boolean;
}

/** Not to scale: the names need room. */
const WIDTHS: Readonly<Partial<Record<string, string>>> = { transfer: '2.1fr', update: '1.5fr' };

const TONES: Readonly<Record<CourseStep['state'], Tone | null>> = {
  done: 'done',
  toDo: 'failed',
  notKnown: 'unknown',
  ready: null,
};

const SIGN_TONES: Readonly<Record<StepSign['tone'], Tone>> = {
  error: 'failed',
  warning: 'warning',
  unknown: 'unknown',
};

/** A replacement: its steps are its picture, for source and result are one machine, and the disks run through them. */
export function CoursePicture(props: CoursePictureProps) {
  const styles = useStyles();
  const { course, model, action, time, signs, toRow, isUpright } = props;
  const ofSteps = signsOf(course, signs);
  const { at, times, limit } = useTimes(props);
  const { steps, away } = course;
  const place = (id: string): number => steps.findIndex((one) => one.id === id) + 2;
  const [moves, made, last] = [place('transfer'), place('update'), steps.length + 2];
  const widths = steps.map(({ id }) => WIDTHS[id] ?? '1fr');
  const columns = ['1.1fr', ...widths, '1fr'].map((one) => `minmax(0, ${one})`).join(' ');
  const rail = (isAway: boolean) =>
    away?.isOn === null ? styles.unread : isAway ? styles.away : undefined;
  const isAway = (index: number): boolean =>
    away !== undefined && index + 2 > place(away.from) && index + 2 < place(away.until);
  const isOff = away?.isOn === false;
  return (
    <div className={styles.root}>
      <div
        role="group"
        aria-label={model.sentence}
        className={styles.picture}
        style={{ gridTemplateColumns: columns }}
      >
        <div className={mergeClasses(styles.card, styles.end)} style={{ gridColumn: 1 }}>
          <div className={mergeClasses(styles.head, styles.endHead)}>
            <span className={styles.title}>{words.now}</span>
            <span className={styles.quiet}>{timeText(at)}</span>
          </div>
          <span aria-hidden className={mergeClasses(styles.rail, rail(isOff))} />
        </div>
        <ol aria-label={words.title} className={styles.contents}>
          {steps.map((step, index) => (
            <li
              key={step.id}
              data-state={step.state}
              style={{ gridColumn: index + 2 }}
              className={mergeClasses(
                styles.card,
                step.state === 'toDo' && styles.toDo,
                step.id === course.limit && styles.limited,
              )}
            >
              <StepHead
                step={step}
                index={index}
                takes={times.get(step.id)?.takes}
                sign={step.state === 'ready' ? ofSteps.get(step.id) : undefined}
                toRow={toRow}
                point={step.id === 'transfer' ? model.point : undefined}
              />
              <span
                aria-hidden
                className={mergeClasses(
                  styles.rail,
                  rail(isAway(index) || (isOff && step.id === away?.from)),
                )}
              />
              <StepFoot
                until={limitAfter(course, index, limit)}
                action={step.state === 'toDo' ? action : undefined}
              />
            </li>
          ))}
        </ol>
        <div className={mergeClasses(styles.card, styles.end)} style={{ gridColumn: last }}>
          <div className={mergeClasses(styles.head, styles.endHead)}>
            <span className={styles.title}>{words.after}</span>
            {time !== null && (
              <span className={styles.quiet}>{clockRangeText(time.range, at)}</span>
            )}
          </div>
          <span aria-hidden className={mergeClasses(styles.rail, rail(false))} />
        </div>
        <Disks disks={model.result.disksBeside} columns={[1, moves]} look="today" />
        <Disks disks={listed(model.result.disks)} columns={[moves, moves + 1]} look="moving" />
        <Disks disks={listed(model.result.disks)} columns={[made, last + 1]} look="fresh" />
        {away !== undefined && away.isOn !== null && (
          <>
            <RailWord column={1} isGood={away.isOn}>
              {away.isOn ? words.isOn(away.machine) : words.isOff(away.machine)}
            </RailWord>
            <RailWord column={moves} isGood={false}>
              {words.away}
            </RailWord>
          </>
        )}
        <div
          aria-hidden
          className={mergeClasses(styles.over, styles.last)}
          style={{ gridColumn: 1 }}
        >
          <span className={mergeClasses(styles.bar, styles.lost)}>
            <span className={styles.plain}>{lossText(model.moves)}</span>
          </span>
        </div>
        <div
          aria-hidden
          className={mergeClasses(styles.over, styles.last)}
          style={{ gridColumn: `${String(made)} / ${String(last + 1)}` }}
        >
          {model.result.disksBeside.slice(0, MOST).map(({ id, name }) => (
            <span key={id} className={mergeClasses(styles.bar, styles.kept)}>
              <span className={styles.plain}>{name}</span>
            </span>
          ))}
        </div>
      </div>
      <PictureTwin model={model} hasLegend={!isUpright} />
    </div>
  );
}

const listed = (disks: Reading<readonly DiskPart[]>): readonly DiskPart[] =>
  disks.is === 'known' ? disks.value : [];

/** More disks than this stand in one line. */
const MOST = 4;

interface DisksProps {
  readonly disks: readonly DiskPart[];
  readonly columns: readonly [from: number, to: number];
  readonly look: 'today' | 'moving' | 'fresh';
}

/** Disks in one part of the course; the table has them all. */
function Disks({ disks, columns: [from, to], look }: DisksProps) {
  const styles = useStyles();
  const shown = disks.length > MOST ? disks.slice(0, MOST - 1) : disks;
  const rest = disks.length - shown.length;
  const own = look === 'today' ? undefined : styles[look];
  return (
    <div
      aria-hidden
      className={styles.over}
      style={{ gridColumn: `${String(from)} / ${String(to)}` }}
    >
      {shown.map(({ id, name, sizeGiB }) => (
        <span key={id} className={mergeClasses(styles.bar, own)}>
          {look !== 'moving' && (
            <>
              <Name>{name}</Name>
              <span>{sizeGiB.is === 'known' ? picture.gib(countText(sizeGiB.value)) : ''}</span>
            </>
          )}
        </span>
      ))}
      {rest > 0 && (
        <span className={mergeClasses(styles.bar, own)}>
          {look === 'moving' ? '' : picture.more(countText(rest), null)}
        </span>
      )}
    </div>
  );
}

interface RailWordProps {
  readonly column: number;
  readonly isGood: boolean;
  readonly children: string;
}

/** Whether the machine serves, at its line. */
function RailWord({ column, isGood, children }: RailWordProps) {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.railWord, isGood ? styles.on : styles.danger)}
      style={{ gridColumn: column }}
    >
      <Name>{children}</Name>
    </span>
  );
}

interface StepHeadProps {
  readonly step: CourseStep;
  readonly index: number;
  readonly takes: Takes | undefined;
  readonly sign: StepSign | undefined;
  readonly toRow: CoursePictureProps['toRow'];
  readonly point: PointPart | undefined;
}

function StepHead({ step, index, takes, sign, toRow, point }: StepHeadProps) {
  const styles = useStyles();
  const tone = TONES[step.state];
  const name = words.numbered(index + 1, step.name);
  const isToDo = step.state === 'toDo';
  const status = step.state === 'ready' ? sign?.title : words.states[step.state];
  return (
    <div className={styles.head}>
      <span className={mergeClasses(styles.title, isToDo && styles.danger)}>
        {tone !== null && <StatusIcon tone={tone} />}
        {sign === undefined ? (
          <Name>{name}</Name>
        ) : (
          <>
            <StatusIcon tone={SIGN_TONES[sign.tone]} />
            <LinkButton onClick={() => toRow(sign.rowId)}>{name}</LinkButton>
          </>
        )}
        {status !== undefined && <span className={styles.unseen}>{status}</span>}
      </span>
      <span className={isToDo ? styles.danger : styles.quiet}>{notesOf(step, takes)}</span>
      {isToDo && step.says !== undefined && <span className={styles.says}>{step.says}</span>}
      {point !== undefined && (
        <div className={styles.point}>
          <strong>{textOf(point.time, (known) => dateTimeText(known))}</strong>{' '}
          <span className={styles.quiet}>{copyText(point)}</span>
        </div>
      )}
    </div>
  );
}

/** How consistent a point is, and where it is. */
const copyText = ({ consistency, tier }: PointPart): string =>
  [textOf(consistency, (known) => picture.consistency[known]), textOf(tier, (known) => known)]
    .filter((one) => one !== null)
    .join(' · ');

interface StepFootProps {
  readonly until: string | null;
  readonly action: ReviewAction | undefined;
}

/** What holds a step back, with what puts it right, or until when it can be canceled. */
function StepFoot({ until, action }: StepFootProps) {
  const styles = useStyles();
  return (
    <div className={styles.foot}>
      {action && (
        <Button size="small" aria-haspopup="dialog" onClick={action.open}>
          {action.label}
        </Button>
      )}
      {until !== null && <span className={styles.limit}>{until}</span>}
    </div>
  );
}
