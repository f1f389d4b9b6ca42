import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { dateTimeText, momentPieces, offsetTimeText } from '#src/lib/format.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import { shownText, visibleText, writesRightToLeft } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  // Never broken within its day or its hour, and between them where there is little room alone.
  moment: { whiteSpace: 'nowrap', '@media (max-width: 1023px)': { whiteSpace: 'normal' } },
  whole: { whiteSpace: 'nowrap' },
  line: {
    display: 'block',
    overflowX: 'clip',
    // A link is as high as it has to be and no wider than it is seen, its line as high as any other.
    '& > .fui-Link': {
      maxWidth: '100%',
      marginBlock: 'calc((1lh - 24px) / 2)',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      verticalAlign: 'bottom',
    },
    textOverflow: 'ellipsis',
    // A row of a fixed height says that its lines are not broken.
    whiteSpace: 'var(--white-space-of-lines, normal)',
    overflowWrap: 'anywhere',
  },
  second: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  whenNarrow: { '@media (min-width: 640px)': { display: 'none' } },
});

interface NameProps {
  /** A text that came from others; anything but a text is shown as it is. */
  readonly children: ReactNode;
  /** Cut like a name, whatever is in it. */
  readonly isName?: boolean;
}

/**
 * A name, or another text that comes from Azure or a person: what is hidden in it is written out, its direction stays its
 * own, and a tooltip has what was cut.
 */
export function Name({ children, isName }: NameProps) {
  if (typeof children !== 'string') return children;
  const { text, whole, isIsolated } = shownText(children, isName);
  if (isIsolated) return <bdi title={whole}>{text}</bdi>;
  const pieces = momentPieces(text);
  return pieces.length === 1 ? text : <WithMoments pieces={pieces} />;
}

/** A text, the day and the hour of a moment, and what follows. */
function WithMoments({ pieces }: { readonly pieces: readonly string[] }) {
  const styles = useStyles();
  const [text, day, hour, ...rest] = pieces;
  if (hour === undefined) return text;
  return (
    <>
      {text}
      <span className={styles.moment}>
        <span className={styles.whole}>{day}</span> <span className={styles.whole}>{hour}</span>
      </span>
      <WithMoments pieces={rest} />
    </>
  );
}

/**
 * Code word for word: what is hidden in it is written out, and each name that reads from right to left stays
 * between its quotes or slashes.
 */
export function CodeText({ text }: { readonly text: string }) {
  const shown = visibleText(text);
  if (!writesRightToLeft(shown)) return shown;
  let at = 0;
  return shown.split(/(["/\n])/).map((piece) => {
    at += piece.length;
    return writesRightToLeft(piece) ? <bdi key={at}>{piece}</bdi> : piece;
  });
}

interface TwoLinesProps {
  readonly first: ReactNode;
  readonly second?: ReactNode;
}

/** A cell of two lines, or of one that is not broken: what it is, and what tells it from its like. */
export function TwoLines({ first, second }: TwoLinesProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.line}>
        <Name>{first}</Name>
      </span>
      {second !== undefined && (
        <span className={`${styles.line} ${styles.second}`}>
          <Name>{second}</Name>
        </span>
      )}
    </>
  );
}

interface MomentProps {
  /** Null: nothing reports it. */
  readonly at: Instant | null;
}

/** A moment, with the offset of its time zone in the tooltip. */
export function Moment({ at }: MomentProps) {
  if (at === null) return common.absence.notReported;
  const text = dateTimeText(at);
  return (
    <time dateTime={isoText(at)} title={offsetTimeText(at)}>
      <Name>{text}</Name>
    </time>
  );
}

interface LabeledProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A cell with its label in front where a narrow screen shows no heads. */
export function Labeled({ label, children }: LabeledProps) {
  const { whenNarrow } = useStyles();
  return (
    <>
      <span className={whenNarrow}>{label} </span>
      {children}
    </>
  );
}
