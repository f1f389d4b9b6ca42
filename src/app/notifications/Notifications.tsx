import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { useId, useRef, useSyncExternalStore } from 'react';
import { useWatched } from '#src/app/notifications/use-watched.ts';
import { Watch } from '#src/app/notifications/Watch.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { notifications as words } from '#src/strings/notifications.ts';
import {
  namesOfEntries,
  NotificationLine,
  TONES,
} from '#src/app/notifications/NotificationLine.tsx';
import { isBarHidden, onBarChange, showBar } from '#src/app/notifications/bar-hidden.ts';
import { whenText } from '#src/app/notifications/status-text.ts';
import { StatusIcon } from '#src/ui/Status.tsx';
import { openSessions } from '#src/wizard/sessions.ts';
import {
  type Watched,
  forgetWatch,
  isJob,
  isRestoreOver,
  keyOf,
  markAllRead,
  markRead,
} from '#src/wizard/submit/watched.ts';

const useStyles = makeStyles({
  bell: { position: 'relative', display: 'inline-flex' },
  count: {
    position: 'absolute',
    top: 0,
    insetInlineEnd: 0,
    minWidth: '16px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalXXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    pointerEvents: 'none',
    // A background alone is not there in high contrast.
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  surface: { maxHeight: '70vh', overflowY: 'auto', maxWidth: 'min(360px, calc(100vw - 64px))' },
});

interface NotificationsProps {
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The bell: the outcome of restores started here, announced once and stored to look up. */
export function Notifications({ buttonClass }: NotificationsProps) {
  const styles = useStyles();
  const list = useId();
  const unread = useWatched().filter(({ isRead }) => !isRead).length;
  return (
    <>
      <span className={styles.bell}>
        <Button
          appearance="transparent"
          className={buttonClass}
          icon={<Alert20Regular />}
          aria-label={words.bell(unread)}
          popoverTarget={list}
        />
        {unread > 0 && <span className={styles.count}>{unread}</span>}
      </span>
      <Popover id={list} label={words.title} className={styles.surface}>
        {(close) => <NotificationList onFollow={close} />}
      </Popover>
      <Watch />
    </>
  );
}

interface NotificationItemProps {
  readonly entry: Watched;
  readonly name: string;
  /** Called when its page is opened. */
  readonly onFollow: () => void;
  /** Called after a button was pressed that is gone by that. */
  readonly onPressed: () => void;
}

/** A stored notification: what happened and when, whether it was seen, and its commands. */
function NotificationItem({ entry, name, onFollow, onPressed }: NotificationItemProps) {
  const styles = useListStyles();
  const { isRead } = entry;
  const remove = removeText(entry);
  const command = (text: string, run: (key: string) => void) => (
    <Button
      appearance="transparent"
      size="small"
      className={styles.button}
      aria-label={words.of(text, name)}
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
          <NotificationLine {...{ entry, name, onFollow }} />
        </div>
        <div className={styles.second}>
          {whenText(entry)}
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

const useListStyles = makeStyles({
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
function NotificationList({ onFollow }: NotificationListProps) {
  const styles = useListStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const entries = useWatched();
  const nameOfEntry = namesOfEntries();
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
            name={nameOfEntry(entry)}
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
