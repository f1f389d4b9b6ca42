import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Instant, MINUTE_MS } from '#src/lib/time.ts';
import { checks as words } from '#src/strings/checks.ts';
import { review } from '#src/strings/review.ts';
import { ReadAgo } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { UNSEEN, useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

const WIDE = '@media (min-width: 1280px)';
const WIDEST = '@media (min-width: 1440px)';
const NARROW = '@media (max-width: 1023px)';
const STACKED = '@media (max-width: 639px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 3fr) minmax(0, 7fr) minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    boxSizing: 'border-box',
    minHeight: '36px',
    paddingBlock: '5px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    // So wide that what passed takes one line.
    [WIDE]: { gridTemplateColumns: '108px 204px minmax(0, 1fr) 132px minmax(0, 200px)' },
    [WIDEST]: { gridTemplateColumns: '108px 220px minmax(0, 1fr) 144px minmax(0, 312px)' },
    [NARROW]: { gridTemplateColumns: '128px minmax(0, 1fr)' },
    [STACKED]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  long: {
    gridTemplateColumns: '152px minmax(0, 3fr) minmax(0, 7fr) minmax(0, 2fr) minmax(0, 3fr)',
    [WIDE]: { gridTemplateColumns: '108px 408px minmax(0, 1fr) 168px minmax(0, 112px)' },
    [WIDEST]: { gridTemplateColumns: '108px 408px minmax(0, 1fr) 168px minmax(0, 112px)' },
    [NARROW]: { gridTemplateColumns: '152px minmax(0, 1fr)' },
    [STACKED]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  unseen: UNSEEN,
  name: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
  // In line with the buttons of its row, which are higher than words.
  words: { paddingBlock: '2px' },
  // Below the name where there is no room beside it.
  cell: {
    minWidth: 0,
    [NARROW]: { gridColumnStart: '2', ':empty': { display: 'none' } },
    [STACKED]: { gridColumnStart: '1', gridColumnEnd: '-1' },
  },
  // There a name and how it stands share a line.
  named: { [STACKED]: { gridColumnEnd: '2' } },
  state: { [STACKED]: { gridColumnStart: '2', gridRowStart: '1' } },
  // Over the columns that a line without them leaves free.
  whole: { gridColumn: '2 / -1', minWidth: 0, [STACKED]: { gridColumn: '1 / -1' } },
  found: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    lineHeight: '24px',
    '& > *': { minWidth: 0, maxWidth: '100%' },
  },
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    ':empty': { display: 'none' },
  },
  summary: { color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200 },
  part: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    [NARROW]: { justifyContent: 'flex-start' },
  },
});

interface CheckTableProps {
  readonly label: string;
  readonly children: ReactNode;
}

const HEADS = ['state', 'check', 'found', 'part', 'way'] as const;

/** Checks as a table: how each stands, what was found, and which part of the restore it is about. */
export function CheckTable({ label, children }: CheckTableProps) {
  const styles = useStyles();
  return (
    <div role="table" aria-label={label}>
      <div role="row" className={styles.unseen}>
        {HEADS.map((head) => (
          <span key={head} role="columnheader">
            {review.columns[head]}{' '}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

interface LineProps {
  readonly tone: Tone;
  readonly word: string;
  /** Whether the names of the table are long ones. */
  readonly isLong?: boolean;
  readonly children?: ReactNode;
}

/** A line that has nothing to say by columns. */
export function CheckLine({ tone, word, isLong = false, children }: LineProps) {
  const styles = useStyles();
  return (
    <div role="row" className={mergeClasses(styles.row, isLong && styles.long)}>
      <div role="cell" className={styles.words}>
        <Status tone={tone}>{word}</Status>
      </div>
      <div role="cell" aria-colspan={4} className={mergeClasses(styles.whole, styles.words)}>
        {children}
      </div>
    </div>
  );
}

interface CheckRowProps extends LineProps {
  /** The id of its name, which takes the focus where something leads here. */
  readonly id: string;
  /** What is looked at. */
  readonly name: string;
  /** What was found; empty: the reasons below stand in its place. */
  readonly found: ReactNode;
  /** The id of the first reason below, where it stands in place of what was found. */
  readonly reasonsId?: string | undefined;
  /** What Azure calls the permissions that it is about. */
  readonly permissions?: readonly string[];
  /** When it was looked at, where that isn’t the time above the table; null: it says none of its own. */
  readonly ownAt: Instant | null;
  /** The part of the restore that it is about, by name. */
  readonly part: string;
  /** What can be done about it in one press. */
  readonly actions: ReactNode;
}

/** One line of the table: how it stands, what was looked at, and what follows. */
export function CheckRow(props: CheckRowProps) {
  const { tone, word, isLong = false, id, name, found, ownAt, part, actions, children } = props;
  const { permissions = [], reasonsId } = props;
  const styles = useStyles();
  const foundId = `${id}-found`;
  const hasFound = found !== '';
  return (
    <div role="row" className={mergeClasses(styles.row, isLong && styles.long)}>
      <div role="cell" className={mergeClasses(styles.state, styles.words)}>
        <Status tone={tone}>{word}</Status>
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.named, styles.words)}>
        <span
          id={id}
          tabIndex={-1}
          className={styles.name}
          aria-describedby={hasFound ? foundId : reasonsId}
        >
          {name}
        </span>
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.found)}>
        <div className={styles.beside}>
          {hasFound && (
            <span id={foundId}>
              <Name>{found}</Name>
            </span>
          )}
          <ActionNames names={permissions} />
          {ownAt !== null && <ReadAgo at={ownAt} />}
        </div>
        {children}
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.part, styles.words)}>
        <Name>{part}</Name>
      </div>
      <div role="cell" className={mergeClasses(styles.cell, styles.actions)}>
        {actions}
      </div>
    </div>
  );
}

/** What Azure calls the permissions of a check, for who has to give them: folded up, as few people need it. */
function ActionNames({ names }: { readonly names: readonly string[] }) {
  const styles = useStyles();
  const { plainList } = useCommonStyles();
  if (names.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{words.actions(names.length)}</summary>
      <ul className={plainList}>
        {names.map((name) => (
          <li key={name}>
            <Name>{name}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** When the checks of a list were read. */
export interface Reading {
  /** The oldest of those that were read within a minute of the latest: it stands once, above. Null: none was read. */
  readonly at: Instant | null;
  /** The time of a check that was read a minute or more before; null: the time above is its own. */
  readonly own: (at: Instant | null) => Instant | null;
}

/** The time that the checks have in common, and which of them have one of their own. Pure. */
export function readingOf(times: readonly (Instant | null)[]): Reading {
  const read = times.filter((at) => at !== null).toSorted((a, b) => a - b);
  const latest = read.at(-1);
  if (latest === undefined) return { at: null, own: () => null };
  const isOld = (at: Instant): boolean => latest - at >= MINUTE_MS;
  return {
    at: read.find((at) => !isOld(at)) ?? latest,
    own: (at) => (at !== null && isOld(at) ? at : null),
  };
}
