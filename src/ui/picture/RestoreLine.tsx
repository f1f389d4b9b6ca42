import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { countText, timeText } from '#src/lib/format.ts';
import { Hatches, hatchOf, useFateStyles } from '#src/ui/picture/fates.tsx';
import type { Card, DiskPart, Reached, RestoreModel } from '#src/ui/picture/model.ts';
import { type Bar, barOf, isPlanned, isUnderWay, titleOf } from '#src/ui/picture/reading.ts';
import { Name } from '#src/ui/text.tsx';
import { picture } from '#src/strings/picture.ts';

/** A restore in one line: its disks, how far it is, the disks that come of it, and the one thing to know. */

const OWN_COLORS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  svg: { flexShrink: 0, maxWidth: '100%' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  there: {
    fill: tokens.colorCompoundBrandBackground,
    [OWN_COLORS]: { fill: 'Highlight' },
  },
  track: {
    fill: tokens.colorNeutralBackground6,
    [OWN_COLORS]: { fill: 'none', stroke: 'CanvasText' },
  },
  stroke: { fill: 'none', strokeWidth: '2', [OWN_COLORS]: { stroke: 'CanvasText' } },
  planned: { stroke: tokens.colorCompoundBrandStroke },
  moving: { stroke: tokens.colorCompoundBrandStroke, [OWN_COLORS]: { stroke: 'Highlight' } },
  quiet: { stroke: tokens.colorStatusWarningForeground3 },
  stopped: { stroke: tokens.colorNeutralForeground3 },
  failed: { stroke: tokens.colorStatusDangerForeground1 },
  bar: { strokeWidth: '7' },
  dashed: { strokeDasharray: '4 3' },
});

/** In pixels: whoever loads the drawing later keeps its place. */
const LINE_SIZE = { width: 234, height: 18 };
const MIDDLE = LINE_SIZE.height / 2;
/** Where the bar starts and ends, its arrow not counted. */
const FROM = 64;
const TO = 160;

interface RestoreLineProps {
  readonly model: RestoreModel;
}

export function RestoreLine({ model }: RestoreLineProps) {
  const styles = useStyles();
  const text = lineText(model);
  return (
    <span className={styles.root}>
      <LineDrawing model={model} label={`${picture.states[model.state]}. ${model.sentence}`} />
      {text !== '' && (
        <span className={styles.text}>
          <Name>{text}</Name>
        </span>
      )}
    </span>
  );
}

type LineCard = Pick<Card, 'title' | 'fate' | 'disks'>;

/** As much of a model as one line draws. */
export interface LineModel {
  readonly state: RestoreModel['state'];
  readonly source: LineCard;
  readonly result: LineCard;
  readonly moves: { readonly reached?: Pick<Reached, 'share'> | undefined };
}

interface LineDrawingProps {
  readonly model: LineModel;
  /** What it says; left out where what stands around it says the same. */
  readonly label?: string;
}

/** The line without its text. */
export function LineDrawing({ model, label }: LineDrawingProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <svg
      className={styles.svg}
      width={LINE_SIZE.width}
      height={LINE_SIZE.height}
      viewBox={`0 0 ${String(LINE_SIZE.width)} ${String(LINE_SIZE.height)}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <Hatches id={id} />
      <SmallDisks card={model.source} model={model} x={0} />
      <LineBar id={id} bar={barOf(model)} />
      <SmallDisks card={model.result} model={model} x={TO + 18} />
    </svg>
  );
}

interface SmallDisksProps {
  readonly model: LineModel;
  readonly card: LineCard;
  readonly x: number;
}

/** Where only the sizes of disks aren't known, three of one size. */
const UNSIZED = [1, 1, 1];

/** At most three disks, by the root of their sizes; the whole, where nothing is known of disks. */
function SmallDisks({ card, model, x }: SmallDisksProps) {
  const styles = useStyles();
  const fates = useFateStyles();
  const isGone = card.title.is === 'absent';
  const known = card.disks.is === 'known' ? card.disks.value.slice(0, 3) : [];
  const isWhole = card.disks.is === 'absent' && !isGone;
  const shown = known.length > 0 ? known.map(rootOf) : isWhole ? [1] : UNSIZED;
  const room = 56 - 3 * (shown.length - 1);
  const sum = shown.reduce((all, one) => all + one, 0);
  const widths = shown.map((root) => Math.max(7, Math.round((room * root) / sum)));
  return widths.map((width, index) => {
    const at = widths.slice(0, index).reduce((left, one) => left + one + 3, x);
    const fate = known[index]?.fate ?? (isWhole ? card.fate : 'unknown');
    const isNotYet = fate === 'notCreated' && isUnderWay(model.state);
    const look = isGone ? 'gone' : isNotYet ? 'notYet' : fate;
    return (
      <rect
        // By their places: a disk is no more than one.
        key={at}
        x={at + 1}
        y={3}
        width={width - 1}
        height={12}
        rx={2}
        className={mergeClasses(fates.frame, fates[look], fate === 'there' && styles.there)}
        data-look={look}
      />
    );
  });
}

const rootOf = ({ sizeGiB }: DiskPart): number =>
  sizeGiB.is === 'known' ? Math.max(2, Math.sqrt(sizeGiB.value)) : 2;

/** An arrow before anything is sent, and a bar from then on. */
function LineBar({ id, bar: { tone, share, end } }: { readonly id: string; readonly bar: Bar }) {
  const styles = useStyles();
  const arrow = `M${String(TO + 2)} 3 ${String(TO + 9)} ${String(MIDDLE)} ${String(TO + 2)} 15`;
  const line = mergeClasses(styles.stroke, styles[tone]);
  const x = FROM + (TO - FROM) * (share ?? 0);
  if (tone === 'planned') {
    return (
      <path
        d={`M${String(FROM)} ${String(MIDDLE)}H${String(TO)}${arrow}`}
        className={mergeClasses(line, styles.dashed)}
        data-look="planned"
      />
    );
  }
  const box = { x: FROM, y: MIDDLE - 3.5, width: TO - FROM, height: 7, rx: 1 };
  const ends = {
    none: '',
    pause: `M${String(x + 3)} 2V16M${String(x + 7)} 2V16`,
    stroke: `M${String(x)} 2V16`,
    cross: `M${String(x - 1)} 4 ${String(x + 9)} 14M${String(x - 1)} 14 ${String(x + 9)} 4`,
  };
  return (
    <g data-look={tone} data-share={share === null ? 'unknown' : share.toFixed(2)} data-end={end}>
      <rect {...box} className={styles.track} />
      {share === null && <rect {...box} fill={hatchOf(id, 'kept')} />}
      {share !== null && share > 0 && (
        <path
          d={`M${String(FROM)} ${String(MIDDLE)}H${String(x)}`}
          className={mergeClasses(line, styles.bar)}
        />
      )}
      <path d={`${arrow}${ends[end]}`} className={line} />
    </g>
  );
}

const words = picture.line;

/** The one thing to know, by state; empty where that is what stands beside the line anyway. */
function lineText(model: RestoreModel): string {
  const { state, source, moves } = model;
  const { reached, duration } = moves;
  const time =
    duration.is === 'known' ? duration.value.text : duration.is === 'unknown' ? duration.fact : '';
  const bytes = reached?.bytes.is === 'known' ? reached.bytes.value : words.bytesUnknown;
  if (isPlanned(state)) {
    return source.title.is === 'absent' ? words.gone(titleOf(source)) : time;
  }
  switch (state) {
    case 'running':
      return joined([bytes, time]);
    case 'stalled':
      return reached?.quietSince === undefined
        ? bytes
        : words.quietSince(timeText(reached.quietSince));
    case 'canceling':
      return words.canceling;
    case 'canceled':
      return leftOver(model);
    case 'failed':
      return createdBefore(model);
    case 'done':
      return joined([time, duration.is === 'known' ? duration.value.basis : '']);
    case 'notRead':
      return reached === undefined ? '' : words.notRead(reached.service);
    default:
      return words.outcomeUnknown;
  }
}

const joined = (texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join(' · ');

/** The disks that are there although the restore has ended early. */
const createdOf = ({ result }: RestoreModel): readonly DiskPart[] =>
  result.disks.is === 'known'
    ? result.disks.value.filter(({ fate }) => fate === 'new' || fate === 'there')
    : [];

function leftOver(model: RestoreModel): string {
  const created = createdOf(model);
  if (created.length === 0) return words.nothingCreated;
  const sizes = created.map(({ sizeGiB }) => (sizeGiB.is === 'known' ? sizeGiB.value : NaN));
  const sum = sizes.reduce((all, one) => all + one, 0);
  return words.leftOver(words.disks(created.length), Number.isNaN(sum) ? null : countText(sum));
}

function createdBefore(model: RestoreModel): string {
  const { source, result } = model;
  const created = createdOf(model);
  if (created.length > 0) {
    const isMachineMissing = result.icon === 'machine' && result.fate === 'notCreated';
    const made = words.created(words.disks(created.length));
    return isMachineMissing ? `${made}, ${words.noVm}` : made;
  }
  const isUnchanged = source.icon === 'machine' && source.fate === 'unchanged';
  return joined([words.nothingCreated, isUnchanged ? words.unchanged(titleOf(source)) : '']);
}
