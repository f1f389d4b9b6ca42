import { makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { NotificationCard } from '#src/app/notifications/NotificationCard.tsx';
import { useHasFocus } from '#src/app/notifications/use-watched.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { keyOf, type Watched } from '#src/wizard/submit/watched.ts';

const useStyles = makeStyles({
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

export interface NotificationStackProps {
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
            tabIndex={entry === entries.at(-1) ? 0 : -1}
            isPaused={isPaused}
            onPutAway={() => putAway([entry])}
          />
        ))}
      </ul>
    </div>
  );
}
