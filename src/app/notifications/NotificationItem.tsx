import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { NotificationLine } from '#src/app/notifications/NotificationLine.tsx';
import { TONES } from '#src/app/notifications/tones.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { notifications as words } from '#src/strings/notifications.ts';
import { StatusIcon } from '#src/ui/Status.tsx';
import { forgetWatch, isOver, markRead, type WatchedJob } from '#src/wizard/submit/watched.ts';

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
});

export interface NotificationItemProps {
  readonly job: WatchedJob;
  /** Called when the job's page is opened. */
  readonly onFollow: () => void;
  /** Called after a button was pressed that is gone by that. */
  readonly onPressed: () => void;
}

/** A stored notification: what happened and when, whether it was seen, and its commands. */
export function NotificationItem({ job, onFollow, onPressed }: NotificationItemProps) {
  const styles = useStyles();
  const { jobId, machine, isRead } = job;
  const command = (text: string, run: (jobId: string) => void) => (
    <Button
      appearance="transparent"
      size="small"
      className={styles.button}
      aria-label={words.of(text, machine)}
      onClick={() => {
        run(jobId);
        onPressed();
      }}
    >
      {text}
    </Button>
  );
  return (
    <li className={styles.root}>
      <StatusIcon tone={TONES[job.news]} />
      <div className={styles.words}>
        <div className={isRead ? '' : styles.unread}>
          <NotificationLine job={job} onFollow={onFollow} />
        </div>
        <div className={styles.second}>
          {dateTimeText(job.at)}
          {!isRead && <span>{words.notSeen}</span>}
          {!isRead && command(words.markRead, markRead)}
          {command(isOver(job) ? words.remove : words.stopWatching, forgetWatch)}
        </div>
      </div>
    </li>
  );
}
