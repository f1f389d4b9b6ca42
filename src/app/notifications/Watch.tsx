import {
  makeStyles,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { FollowedDrafts } from '#src/app/notifications/FollowedDrafts.tsx';
import { NotificationLine } from '#src/app/notifications/NotificationLine.tsx';
import { TabTitle } from '#src/app/notifications/TabTitle.tsx';
import { useWatchedJobs } from '#src/app/notifications/use-watched.ts';
import { WatchedJob } from '#src/app/notifications/WatchedJob.tsx';
import { notifications as words } from '#src/strings/notifications.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { markRead, type News, type WatchedJob as Watched } from '#src/wizard/submit/watched.ts';

// Not an item of the bar, which would leave a gap for it.
const useStyles = makeStyles({ place: { position: 'absolute' } });

/**
 * Milliseconds of a person's own time, whatever the clock of a demo does: a sentence and a link are
 * read in a quarter of it. What went wrong stays until it is dismissed.
 */
const SHOWN_MS = 20_000;
const UNTIL_DISMISSED = -1;

const INTENTS: Readonly<Record<News, 'info' | 'success' | 'warning' | 'error'>> = {
  accepted: 'info',
  stalled: 'warning',
  moving: 'info',
  done: 'success',
  doneWithWork: 'warning',
  disksOnly: 'warning',
  nothing: 'error',
  failed: 'error',
  cancelled: 'info',
  unknown: 'warning',
  gone: 'info',
};

const toastIdOf = ({ jobId, news }: Pick<Watched, 'jobId' | 'news'>) => `${jobId} ${news}`;

/** Follows the restores that were begun here, and shows what there is to tell of them. */
export function Watch() {
  const styles = useStyles();
  const toasterId = useId('toaster');
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  // Notices stay inside the bar: at the end of the page they would be outside of every landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const isNarrow = useMedia('(max-width: 639px)');
  const jobs = useWatchedJobs();
  // The watchers show news in an effect, so both functions must stay the same.
  const show = useCallback(
    (job: Watched) => {
      const intent = INTENTS[job.news];
      const isTrouble = intent === 'warning' || intent === 'error';
      const dismiss = (
        <ToastTrigger>
          <LinkButton onClick={() => markRead(job.jobId)}>{words.dismiss}</LinkButton>
        </ToastTrigger>
      );
      dispatchToast(
        <Toast>
          <ToastTitle action={dismiss}>
            <span>
              <NotificationLine job={job} />
            </span>
          </ToastTitle>
        </Toast>,
        {
          toastId: toastIdOf(job),
          intent,
          politeness: 'polite',
          timeout: isTrouble ? UNTIL_DISMISSED : SHOWN_MS,
        },
      );
    },
    [dispatchToast],
  );
  const takeAway = useCallback(
    (job: Pick<Watched, 'jobId' | 'news'>) => dismissToast(toastIdOf(job)),
    [dismissToast],
  );
  return (
    <>
      <FollowedDrafts />
      <TabTitle />
      {jobs.map((job) => (
        <WatchedJob key={job.jobId} job={job} show={show} takeAway={takeAway} />
      ))}
      <div ref={setPlace} data-over-page className={styles.place} />
      <Toaster
        toasterId={toasterId}
        mountNode={place}
        position={isNarrow ? 'top' : 'bottom-end'}
        offset={isNarrow ? { vertical: 56 } : { vertical: 56, horizontal: 20 }}
        pauseOnHover
        pauseOnWindowBlur
      />
    </>
  );
}
