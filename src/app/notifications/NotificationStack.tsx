import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import {
  namesOfEntries,
  NotificationLine,
  TONES,
} from '#src/app/notifications/NotificationLine.tsx';
import { useHasFocus } from '#src/app/notifications/use-watched.ts';
import { notifications as words } from '#src/strings/notifications.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import { useMedia } from '#src/ui/hooks.ts';
import {
  keyOf,
  markRead,
  type News,
  type SessionNews,
  type Watched,
} from '#src/wizard/submit/watched.ts';

/** What went wrong stays until it is dismissed. */
const TROUBLE: ReadonlySet<News | SessionNews> = new Set([
  'stalled',
  'doneWithWork',
  'disksOnly',
  'nothing',
  'failed',
  'unknown',
  'lastMinutes',
  'unmountOpen',
]);

interface NotificationCardProps {
  readonly entry: Watched;
  readonly name: string;
  /** Tab leads to the latest alone; the arrows lead on. */
  readonly tabIndex: 0 | -1;
  readonly isPaused: boolean;
  readonly onPutAway: () => void;
}

/** A notification that has just come; it goes by itself where nothing went wrong. */
function NotificationCard(props: NotificationCardProps) {
  const { entry, name, tabIndex, isPaused, onPutAway } = props;
  const styles = useStyles();
  const line = useId();
  const dismiss = () => {
    markRead(keyOf(entry));
    onPutAway();
  };
  return (
    <li tabIndex={tabIndex} aria-labelledby={line} className={styles.root}>
      <StatusIcon tone={TONES[entry.news]} />
      <span id={line} className={styles.words}>
        <NotificationLine entry={entry} name={name} />
      </span>
      <span>
        <LinkButton onClick={dismiss}>{words.dismiss}</LinkButton>
      </span>
      {!TROUBLE.has(entry.news) && (
        <span
          data-timer
          className={mergeClasses(styles.timer, isPaused && styles.paused)}
          onAnimationEnd={onPutAway}
        />
      )}
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 0 } },
      animationDuration: tokens.durationNormal,
    },
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    paddingInline: `${tokens.spacingHorizontalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
  },
  // Time of a person's own, whatever the clock of a demo does: a sentence and a link are read in a quarter of it.
  timer: { animationName: { to: { opacity: 0 } }, animationDuration: '20s' },
  paused: { animationPlayState: 'paused' },
  // Not an item of the bar, which would leave a gap for it.
  place: { position: 'absolute' },
  list: {
    position: 'fixed',
    bottom: '56px',
    insetInlineEnd: '20px',
    width: '292px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    // Between two cards the page can be pressed.
    pointerEvents: 'none',
    // Who reads one or is about to press in it is not hurried.
    ':focus-within [data-timer], & li:hover > [data-timer]': { animationPlayState: 'paused' },
    '@media (max-width: 639px)': {
      top: '56px',
      bottom: 'auto',
      insetInlineEnd: 'auto',
      left: '50%',
      transform: 'translateX(-50%)',
    },
  },
});

interface NotificationStackProps {
  /** What to tell, the latest last. */
  readonly entries: readonly Watched[];
  readonly onPutAway: (entry: Watched) => void;
}

/**
 * Notifications over the page, read out as they come. Delete puts away the one with the focus, Escape all;
 * the arrows lead from one to the next. Nothing goes by itself while the focus is in them or in another window.
 */
export function NotificationStack({ entries, onPutAway }: NotificationStackProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const isNarrow = useMedia('(max-width: 639px)');
  const isPaused = !useHasFocus();
  const nameOfEntry = namesOfEntries();
  // The latest is the nearest to the edge of the window.
  const inOrder = isNarrow ? entries.toReversed() : entries;
  const cards = () => [...(list.current?.querySelectorAll('li') ?? [])];
  const putAway = (gone: readonly Watched[]) => {
    const hadFocus = list.current?.contains(document.activeElement) === true;
    flushSync(() => gone.forEach(onPutAway));
    if (hadFocus)
      cards()
        .at(isNarrow ? 0 : -1)
        ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event;
    const at = cards().findIndex((card) => target instanceof Node && card.contains(target));
    const entry = inOrder[at];
    if (entry === undefined) return;
    if (key === 'Escape') putAway(entries);
    else if (key === 'Delete') putAway([entry]);
    else if (key === 'ArrowDown') cards()[(at + 1) % entries.length]?.focus();
    else if (key === 'ArrowUp')
      cards()
        .at(at - 1)
        ?.focus();
    else return;
    event.preventDefault();
  };
  const listen = (place: HTMLElement | null) => {
    place?.addEventListener('keydown', onKeyDown);
    return () => place?.removeEventListener('keydown', onKeyDown);
  };
  return (
    // Inside the bar: at the end of the page they would be outside of every landmark.
    <div ref={listen} data-over-page aria-live="polite" className={styles.place}>
      <ul ref={list} className={styles.list}>
        {inOrder.map((entry) => (
          <NotificationCard
            key={`${keyOf(entry)} ${entry.news}`}
            entry={entry}
            name={nameOfEntry(entry)}
            tabIndex={entry === entries.at(-1) ? 0 : -1}
            isPaused={isPaused}
            onPutAway={() => putAway([entry])}
          />
        ))}
      </ul>
    </div>
  );
}
