import {
  Button,
  CounterBadge,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Toast,
  Toaster,
  ToastTitle,
  tokens,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { NoticeLine } from '#src/app/NoticeLine.tsx';
import { WatchedJob } from '#src/app/WatchedJob.tsx';
import { shell } from '#src/strings/shell.ts';
import { markAllRead, onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

const words = shell.notifications;

const useStyles = makeStyles({
  bell: { position: 'relative', display: 'inline-flex' },
  count: { position: 'absolute', top: 0, insetInlineEnd: 0, pointerEvents: 'none' },
  // Not an item of the bar, which would leave a gap for it.
  place: { position: 'absolute' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '320px',
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface NotificationsProps {
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The bell: what became of the restores begun here, told once when it happens and kept to look up. */
export function Notifications({ buttonClass }: NotificationsProps) {
  const styles = useStyles();
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  // Notices stay inside the bar: at the end of the page they would be outside of every landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const jobs = useSyncExternalStore(onWatchedChange, watchedJobs);
  const unread = jobs.filter(({ isRead }) => !isRead).length;
  // The watchers tell the end in an effect, so the function must stay the same.
  const tell = useCallback(
    (title: string, jobId: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>
            <NoticeLine title={title} jobId={jobId} />
          </ToastTitle>
        </Toast>,
        { intent: 'info' },
      ),
    [dispatchToast],
  );
  return (
    <>
      <Popover trapFocus onOpenChange={(_, { open }) => open && markAllRead()}>
        <span className={styles.bell}>
          <PopoverTrigger disableButtonEnhancement>
            <Button
              appearance="transparent"
              className={buttonClass}
              icon={<Alert20Regular />}
              aria-label={words.bell(unread)}
            />
          </PopoverTrigger>
          {unread > 0 && (
            <CounterBadge className={styles.count} count={unread} size="small" color="danger" />
          )}
        </span>
        {/* It takes the focus itself: an empty one holds nothing else that could. */}
        <PopoverSurface aria-label={words.title} tabIndex={-1}>
          <h2 className={styles.title}>{words.title}</h2>
          {jobs.length === 0 && words.none}
          <ul className={styles.list}>
            {jobs.map(({ jobId, machine, state }) => (
              <li key={jobId}>
                <NoticeLine
                  title={state === 'ended' ? words.ended(machine) : words.running(machine)}
                  jobId={jobId}
                />
              </li>
            ))}
          </ul>
        </PopoverSurface>
      </Popover>
      {jobs.map((job) => (
        <WatchedJob key={job.jobId} job={job} tell={tell} />
      ))}
      <div ref={setPlace} className={styles.place} />
      <Toaster toasterId={toasterId} mountNode={place} position="bottom-end" pauseOnHover />
    </>
  );
}
