import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useSyncExternalStore } from 'react';
import { NotificationLine, TONES } from '#src/app/notifications/NotificationLine.tsx';
import { isBarHidden, onBarChange, showBar } from '#src/app/notifications/bar-hidden.ts';
import { useWatched } from '#src/app/notifications/use-watched.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { notifications as words } from '#src/strings/notifications.ts';
import { StatusIcon } from '#src/ui/Status.tsx';
import { openSessions } from '#src/wizard/sessions.ts';
import {
  forgetWatch,
  isJob,
  isRestoreOver,
  keyOf,
  markAllRead,
  markRead,
  type Watched,
} from '#src/wizard/submit/watched.ts';

interface NotificationItemProps {
  readonly entry: Watched;
  /** Called when its page is opened. */
  readonly onFollow: () => void;
  /** Called after a button was pressed that is gone by that. */
  readonly onPressed: () => void;
}

/** A stored notification: what happened and when, whether it was seen, and its commands. */
function NotificationItem({ entry, onFollow, onPressed }: NotificationItemProps) {
  const styles = useStyles();
  const { machine, isRead } = entry;
  const remove = removeText(entry);
  const command = (text: string, run: (key: string) => void) => (
    <Button
      appearance="transparent"
      size="small"
      className={styles.button}
      aria-label={words.of(text, machine)}
      onClick={() => {
        run(keyOf(entry));
        onPressed();
      }}
    >
      {text}
    </Button>
  );
  return (
    <li className={styles.root}>
      <StatusIcon tone={TONES[entry.news]} />
      <div className={styles.words}>
        <div className={isRead ? '' : styles.unread}>
          <NotificationLine entry={entry} onFollow={onFollow} />
        </div>
        <div className={styles.second}>
          {dateTimeText(entry.at)}
          {!isRead && <span>{words.notSeen}</span>}
          {!isRead && command(words.markRead, markRead)}
          {remove !== null && command(remove, forgetWatch)}
        </div>
      </div>
    </li>
  );
}

/** What taking it off the list is called; null: a session that is open would come back at once. */
function removeText(entry: Watched): string | null {
  if (isJob(entry)) return isRestoreOver(entry) ? words.remove : words.stopWatching;
  const isOpen = openSessions().some(({ draftId }) => draftId === entry.draftId);
  return isOpen ? null : words.remove;
}

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalS },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  unread: { fontWeight: tokens.fontWeightSemibold },
  second: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  button: { minWidth: 0 },
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

interface NotificationListProps {
  /** Called when the page of an entry is opened. */
  readonly onFollow: () => void;
}

/** All stored notifications, the latest first. */
export function NotificationList({ onFollow }: NotificationListProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const entries = useWatched();
  const isHidden = useSyncExternalStore(onBarChange, isBarHidden);
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
        {isHidden && command(words.showBar, showBar)}
      </div>
    </>
  );
}
