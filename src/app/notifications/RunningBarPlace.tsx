import { makeStyles, tokens } from '@fluentui/react-components';
import { useMatchRoute } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { isBarHidden, onBarChange } from '#src/app/notifications/bar-hidden.ts';
import { runningBar } from '#src/strings/notifications.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { isRestoreOver, onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    height: '40px',
    boxSizing: 'border-box',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { position: 'sticky', bottom: 0, zIndex: 1, height: '56px' },
    '@media print': { display: 'none' },
  },
});

// Its content arrives with the bell; its place is there at the first paint, so that nothing moves.
const RunningBar = lazyPart(
  () => import('#src/app/notifications/RunningBar.tsx'),
  (code) => code.RunningBar,
);

interface RunningBarPlaceProps {
  readonly onHidden: () => void;
}

/** The place of the restores that run, under every page but its own; nothing while none does. */
export function RunningBarPlace({ onHidden }: RunningBarPlaceProps) {
  const styles = useStyles();
  const isHidden = useSyncExternalStore(onBarChange, isBarHidden);
  const page = useMatchRoute()({ to: '/jobs/$jobId' });
  const open = page === false ? null : page.jobId?.toLowerCase();
  // The page of a job shows all that the bar would.
  const running = useSyncExternalStore(onWatchedChange, watchedJobs).filter(
    (job) => !isRestoreOver(job) && jobAddress(job.jobId).toLowerCase() !== open,
  );
  if (isHidden || running.length === 0) return null;
  return (
    <section data-running-bar aria-label={runningBar.label} className={styles.root}>
      <Part what={runningBar.what} buttonClass="">
        <RunningBar running={running} onHidden={onHidden} />
      </Part>
    </section>
  );
}
