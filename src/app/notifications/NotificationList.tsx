import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useSyncExternalStore } from 'react';
import { NotificationItem } from '#src/app/notifications/NotificationItem.tsx';
import { isStripHidden, onStripChange, showStrip } from '#src/app/notifications/strip-hidden.ts';
import { useWatched } from '#src/app/notifications/use-watched.ts';
import { notifications as words } from '#src/strings/notifications.ts';
import { keyOf, markAllRead } from '#src/wizard/submit/watched.ts';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalM} 0`,
    padding: 0,
  },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface NotificationListProps {
  /** Called when the page of an entry is opened. */
  readonly onFollow: () => void;
}

/** All stored notifications, the latest first. */
export function NotificationList({ onFollow }: NotificationListProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const entries = useWatched();
  const isHidden = useSyncExternalStore(onStripChange, isStripHidden);
  // A button that is gone by its own press would take the focus, and with it Escape, away.
  const keepFocus = () => title.current?.focus();
  const command = (text: string, run: () => void) => (
    <Button
      size="small"
      onClick={() => {
        run();
        keepFocus();
      }}
    >
      {text}
    </Button>
  );
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {words.title}
      </h2>
      {entries.length === 0 && words.none}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <NotificationItem
            key={keyOf(entry)}
            entry={entry}
            onFollow={onFollow}
            onPressed={keepFocus}
          />
        ))}
      </ul>
      <div className={styles.commands}>
        {entries.some(({ isRead }) => !isRead) && command(words.markAllRead, markAllRead)}
        {isHidden && command(words.showStrip, showStrip)}
      </div>
    </>
  );
}
