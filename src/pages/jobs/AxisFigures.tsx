import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { gibOf } from '#src/lib/bytes.ts';
import { countText, roughDurationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import { type AxisRow, NARROW, SMALL } from '#src/pages/jobs/LaneCells.tsx';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { momentsText, rateText, shortRangeText } from '#src/progress/live/progress-text.ts';
import { outlineOfJob } from '#src/progress/live/restore-names.ts';
import { ageOf, rateOf, type ReadJob, totalsOf } from '#src/progress/live/running.ts';
import { common } from '#src/strings/common.ts';
import { running as words } from '#src/strings/progress.ts';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

/** What the restores in progress have come to together, above their axis. */

/** No room for four figures side by side. */
const TWO_LINES = '@container axis (min-width: 640px) and (max-width: 1119px)';

const useStyles = makeStyles({
  // As high before the restores are read as after.
  figures: {
    boxSizing: 'border-box',
    display: 'flex',
    columnGap: '56px',
    minHeight: '54px',
    margin: 0,
    padding: `7px ${tokens.spacingHorizontalXXL}`,
    [TWO_LINES]: { display: 'grid', gridTemplateColumns: '1fr 1fr' },
    [NARROW]: {
      flexWrap: 'wrap',
      columnGap: tokens.spacingHorizontalM,
      paddingInline: tokens.spacingHorizontalL,
      paddingBlock: '2px',
    },
  },
  figure: {
    minWidth: 0,
    [NARROW]: {
      display: 'flex',
      alignItems: 'baseline',
      columnGap: tokens.spacingHorizontalXS,
      minHeight: '18px',
    },
    [SMALL]: { flexBasis: '100%', flexWrap: 'wrap' },
  },
  whole: { [NARROW]: { flexBasis: '100%', flexWrap: 'wrap' } },
  term: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // Of how many it is takes a second line there.
  long: { [SMALL]: { minHeight: '40px' } },
  unnamed: { [NARROW]: UNSEEN },
  value: {
    margin: 0,
    minWidth: 0,
    whiteSpace: 'normal',
    fontSize: '18px',
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: {
      fontSize: tokens.fontSizeBase200,
      lineHeight: '18px',
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: 'anywhere',
    },
  },
  first: {
    [NARROW]: {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  added: {
    marginInlineStart: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1',
    fontWeight: tokens.fontWeightRegular,
  },
  limit: { color: tokens.colorStatusWarningForeground3 },
});

interface AxisFiguresProps {
  readonly rows: readonly AxisRow[];
  /** How many run. */
  readonly all: number;
  /** Whether the lists of all regions and services were read. */
  readonly isAll: boolean;
}

interface Figure {
  readonly term: string;
  readonly value: string;
  /** What stands small behind it. */
  readonly added?: readonly string[];
  readonly look?: 'first' | 'limit';
  /** On a phone two share a line. */
  readonly isHalf?: boolean;
  /** Its units say what it is. */
  readonly hasUnit?: boolean;
}

/** Each figure with how many it is of where that aren't all, and with its age where that is a while. Pure. */
function figuresOf({ rows, all, isAll }: AxisFiguresProps): readonly Figure[] {
  const { figures: terms } = words;
  const { notReported, notRead, none } = common.absence;
  const reads = rows.map((one) => one.read);
  const { read, of, open, bytes, rate, ready } = totalsOf(reads, all);
  const at = reads.find((one) => one !== null && one !== undefined)?.at;
  // Of a sum nothing more is known than of what it would be taken from.
  const absent = (whenRead: string): string => {
    if (reads.includes(undefined)) return words.notYet;
    return at === undefined ? notRead : whenRead;
  };
  const share = (count: number, lacking: typeof words.reported): readonly string[] => {
    if (read === of && count === open) return [];
    const text = count === open ? words.read : lacking;
    return [text(countText(count), countText(of))];
  };
  const isOld = oldest(reads, () => true).length > 0;
  // Where bytes are reported, none of them moved.
  const noRate = bytes === null ? notReported : isOld ? notRead : none;
  const lists = isAll ? [] : [words.ofLists];
  const [next] = rows.flatMap(limitsOf).toSorted((one, other) => one.at - other.at);
  return [
    ready === null || at === undefined
      ? { term: terms.ready, value: absent(words.noEstimate), added: lists, look: 'first' }
      : {
          term: terms.ready,
          value: momentsText({ lowMs: ready.low, highMs: ready.high }, at),
          added: [
            words.inTime(
              shortRangeText({
                lowMs: Math.max(0, ready.low - at),
                highMs: Math.max(0, ready.high - at),
              }),
            ),
            ...share(ready.of, words.estimated),
            ...oldest(reads, () => true),
            ...lists,
          ],
          look: 'first',
        },
    bytes === null
      ? { term: terms.transferred, value: absent(notReported), isHalf: true }
      : {
          term: terms.transferred,
          value: gibOf(bytes, words.bytes),
          added: [
            ...share(bytes.of, words.reported),
            ...oldest(reads, ({ progress }) => progress.bytes !== null),
          ],
          isHalf: true,
          hasUnit: true,
        },
    rate === null
      ? { term: terms.rate, value: absent(noRate), isHalf: true }
      : {
          term: terms.rate,
          value: rateText(rate.bytesPerMs),
          added: [
            ...share(rate.of, words.reported),
            ...oldest(reads, (one) => rateOf(one) !== null),
          ],
          isHalf: true,
          hasUnit: true,
        },
    next === undefined
      ? { term: terms.next, value: absent(words.noLimit) }
      : {
          term: terms.next,
          value: next.title,
          added: [words.limit(timeText(instant(next.at))), ...share(open, words.read)],
          look: 'limit',
        },
  ];
}

function limitsOf({ job, read, title, lane: { cancel } }: AxisRow) {
  const outline = outlineOfJob(job.id, read?.job);
  const target = outline?.kind === 'replaceDisks' ? null : outline?.name;
  return cancel === null ? [] : [{ title: target ?? title, at: cancel.lowMs }];
}

/** The age of the oldest read among those that a figure is taken from; nothing while all are fresh. */
function oldest(
  reads: readonly ReadJob[],
  isPart: (read: JobAtMoment) => boolean,
): readonly string[] {
  const ages = reads.flatMap((one) => (one && isPart(one) ? (ageOf(one) ?? []) : []));
  return ages.length === 0 ? [] : [words.readAgo(roughDurationText(Math.max(...ages)))];
}

/** What they have come to together, and what a person has to decide next. */
export function AxisFigures(props: AxisFiguresProps) {
  const styles = useStyles();
  return (
    <dl className={styles.figures}>
      {figuresOf(props).map(({ term, value, added = [], look, isHalf, hasUnit }) => (
        <div
          key={term}
          className={mergeClasses(
            styles.figure,
            isHalf !== true && styles.whole,
            look === 'first' && styles.long,
          )}
        >
          <dt className={mergeClasses(styles.term, hasUnit === true && styles.unnamed)}>{term}</dt>
          <dd
            className={mergeClasses(
              styles.value,
              look === 'first' && styles.first,
              look === 'limit' && styles.limit,
            )}
          >
            <Name isName={look === 'limit'}>{value}</Name>{' '}
            {added.length > 0 && <span className={styles.added}>{listText(added)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
