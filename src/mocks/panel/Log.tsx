import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { memo, useCallback, useId, useMemo, useRef, useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import { afterReal } from '#src/lib/clock.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import {
  copiedText,
  linesByFilter,
  detailsOf,
  eventText,
  filtered,
  heldAt,
  isError,
  type LogFilter,
  logFilters,
  type LogLine,
  logLines,
  shortPath,
  timeOf,
} from '#src/mocks/panel/log-lines.ts';
import { Announced, Part, Remark } from '#src/mocks/panel/parts.tsx';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { WorldView } from '#src/mocks/panel/watch-world.ts';
import { common } from '#src/strings/common.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';

/** State of a list while a person reads it: see {@link useHeld}. */
interface Held {
  /** For the list's `ref`. */
  readonly attach: (list: HTMLElement | null) => () => void;
  /** The newest line when the reading started; null while no one reads. */
  readonly newest: string | null;
  /** Goes to the top, where new lines are shown as they come. */
  readonly release: () => void;
  /** Gives the list the focus, which alone does not hold it. Nothing scrolls: the list would come to lie under the mouse, which holds it. */
  readonly focus: () => void;
}

const READING = ['scroll', 'pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;

/**
 * Holds a list that grows at its top while a person reads it: has scrolled down, hovers over it or has
 * the focus in it. `newest` is the key of its first line.
 */
function useHeld(newest: string | null): Held {
  const place = useRef<HTMLElement | null>(null);
  const [isRead, setIsRead] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  if (isRead && held === null && newest !== null) setHeld(newest);
  if (!isRead && held !== null) setHeld(null);
  // React would attach another function anew with each drawing.
  const attach = useCallback((list: HTMLElement | null) => {
    place.current = list;
    const look = (): void =>
      setIsRead(list !== null && (list.scrollTop > 0 || list.matches(':hover, :has(:focus)')));
    for (const event of READING) list?.addEventListener(event, look);
    return () => {
      for (const event of READING) list?.removeEventListener(event, look);
    };
  }, []);
  const release = () => {
    setIsRead(false);
    place.current?.scrollTo({ top: 0 });
  };
  return {
    attach,
    newest: held,
    release,
    focus: () => place.current?.focus({ preventScroll: true }),
  };
}

const useLogDetailsStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  term: { color: tokens.colorNeutralForeground3 },
});

/** What a line of the log keeps to itself until it is pressed; ids can be copied. */
function LogDetails({ line }: { readonly line: LogLine }) {
  const styles = useLogDetailsStyles();
  return (
    <ul className={styles.root}>
      {detailsOf(line).map(({ term, text, isId }) => (
        <li key={term}>
          {isId === true ? (
            <CopyText label={term} text={text} />
          ) : (
            <>
              <span className={styles.term}>{term}</span> {text}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const useLogItemStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'start',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  time: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  text: { flexGrow: 1, minWidth: 0 },
  path: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  event: { fontFamily: tokens.fontFamilyBase },
  status: { flexShrink: 0 },
  failed: {
    display: 'inline-flex',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface LogItemProps {
  readonly line: LogLine;
  readonly faults: readonly Fault[];
}

/** One line of the log; pressed, it says more. A line never changes, so it is drawn once. */
const LogItem = memo(function LogItem({ line, faults }: LogItemProps) {
  const styles = useLogItemStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles.time}>{timeOf(line)}</span>{' '}
        {line.kind === 'event' ? (
          <span className={mergeClasses(styles.text, styles.event)}>
            {eventText(line.stored.event, faults)}
          </span>
        ) : (
          <>
            <span>{line.request.method}</span>{' '}
            <span className={mergeClasses(styles.text, styles.path)}>
              {shortPath(line.request.path)}
            </span>{' '}
            <span className={mergeClasses(styles.status, isError(line) && styles.failed)}>
              {isError(line) && <StatusIcon tone="failed" />}
              {line.request.status ?? strings.noAnswer}
            </span>
          </>
        )}
      </button>
      {isOpen && <LogDetails line={line} />}
    </li>
  );
});

const useLogFiltersStyles = makeStyles({
  root: {
    display: 'flex',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  choice: {
    position: 'relative',
    flexGrow: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    marginInlineStart: '-1px',
    cursor: 'pointer',
    ':focus-within': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      zIndex: 1,
    },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      boxShadow: 'none',
      forcedColorAdjust: 'none',
    },
  },
  // Over the whole choice and not to be seen: what is chosen shows in the weight and the line below.
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
  count: { fontVariantNumeric: 'tabular-nums' },
});

interface LogFiltersProps {
  readonly counts: Readonly<Record<LogFilter, number>>;
  readonly value: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
}

/** Which lines of the log are shown, and how many there are of each kind. */
function LogFilters({ counts, value, onChange }: LogFiltersProps) {
  const styles = useLogFiltersStyles();
  return (
    <div role="radiogroup" aria-label={strings.show} className={styles.root}>
      {logFilters.map((filter) => (
        <label
          key={filter}
          className={mergeClasses(styles.choice, filter === value && styles.chosen)}
        >
          <input
            type="radio"
            name="simulation-log-filter"
            className={styles.radio}
            checked={filter === value}
            onChange={() => onChange(filter)}
          />
          {strings.filters[filter]} <span className={styles.count}>{counts[filter]}</span>
        </label>
      ))}
    </div>
  );
}

const useCopyByHandStyles = makeStyles({
  root: { flexBasis: '100%' },
  text: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
  },
});

interface CopyByHandProps {
  /** What is copied. */
  readonly label: string;
  readonly text: string;
}

/** A text that the browser didn't copy: selected, so that a person can. */
function CopyByHand({ label, text }: CopyByHandProps) {
  const styles = useCopyByHandStyles();
  const why = useId();
  return (
    <span className={styles.root}>
      <span id={why} role="alert">
        {common.copyByHand}
      </span>
      <textarea
        ref={selectAll}
        readOnly
        rows={2}
        spellCheck={false}
        className={styles.text}
        aria-label={label}
        aria-describedby={why}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </span>
  );
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

/** Real time for which the button says that the lines were copied. */
const SHOWN_MS = 2000;

/** Copies the lines that are shown; `text` makes them when they are wanted. */
function CopyLog({ text }: { readonly text: () => string }) {
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async () => {
    const wanted = text();
    setRefused(null);
    if (!(await hasCopied(wanted))) {
      setRefused(wanted);
      return;
    }
    setConfirmation(strings.logCopied);
    afterReal(SHOWN_MS, () => setConfirmation(null));
  };
  return (
    <>
      <Announced>{confirmation}</Announced>
      <Button appearance="subtle" size="small" icon={<Copy16Regular />} onClick={() => void copy()}>
        {confirmation ?? strings.copyLog}
      </Button>
      {refused !== null && <CopyByHand label={strings.copyLog} text={refused} />}
    </>
  );
}

const useStyles = makeStyles({
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
  // Scrolls by itself, so that the clock and Reset stay in reach of who reads.
  list: {
    flex: '1 1 0',
    minHeight: '240px',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    outlineStyle: 'none',
  },
});

/** Lines drawn at first, and with each press for older ones. */
const PAGE = 50;

/**
 * Requests and events, the newest first. While a person reads (has scrolled down, hovers over it or
 * has the focus in it) nothing moves: new lines are counted and wait.
 */
export function Log({ world }: { readonly world: Source<WorldView> }) {
  const styles = useStyles();
  const requests = useSlice(world, (state) => state.requests);
  const events = useSlice(world, (state) => state.events);
  const faults = useSlice(world, (state) => state.met);
  const [filter, setFilter] = useState<LogFilter>('all');
  const [length, setLength] = useState(PAGE);
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const all = useMemo(() => logLines(requests, events), [requests, events]);
  const lines = filtered(all, filter);
  const held = useHeld(lines[0]?.key ?? null);
  const { shown, newer } = heldAt(lines, held.newest);
  const choose = (next: LogFilter) => {
    setFilter(next);
    setLength(PAGE);
    held.release();
  };
  return (
    <Part
      title={strings.log}
      isGrowing
      action={
        <div className={styles.actions}>
          <Announced>{newer > 0 && strings.newerSaid}</Announced>
          {newer > 0 && (
            <Button
              size="small"
              icon={<ArrowUp16Regular />}
              onClick={() => {
                held.release();
                held.focus();
              }}
            >
              {strings.newer(newer)}
            </Button>
          )}
          <CopyLog text={() => copiedText(shown, faults)} />
        </div>
      }
    >
      <LogFilters counts={linesByFilter(all)} value={filter} onChange={choose} />
      {shown.length === 0 && <Remark>{strings.noLines[filter]}</Remark>}
      <ul
        ref={held.attach}
        tabIndex={-1}
        aria-label={strings.logList}
        className={styles.list}
        {...arrows}
      >
        {shown.slice(0, length).map((line) => (
          <LogItem key={line.key} line={line} faults={faults} />
        ))}
        {shown.length > length && (
          <li>
            <Button size="small" appearance="subtle" onClick={() => setLength(length + PAGE)}>
              {strings.older(shown.length - length)}
            </Button>
          </li>
        )}
      </ul>
    </Part>
  );
}
