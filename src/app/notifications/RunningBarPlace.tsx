import { makeStyles, tokens } from '@fluentui/react-components';
import { useMatchRoute } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, removeEntry, writeEntry } from '#src/lib/storage.ts';
import { runningBar } from '#src/strings/notifications.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { isRestoreOver, onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

const NAME = 'strip-hidden';
const listeners = newListeners();
/** Where nothing can be stored it holds in this tab only. */
let isHiddenHere = false;
onNewVisit(() => {
  isHiddenHere = false;
});

/** Whether the strip of running restores was closed. */
export function isStripHidden(): boolean {
  const entry = readEntry(NAME);
  return isHiddenHere || (entry.ok && entry.value !== null);
}

export function hideStrip(): void {
  isHiddenHere = !writeEntry(NAME, 'true').ok;
  listeners.tell();
}

export function showStrip(): void {
  isHiddenHere = false;
  removeEntry(NAME);
  listeners.tell();
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onStripChange(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  const stop = onForeignEntry((name) => {
    if (name === NAME) listener();
  });
  return () => {
    leave();
    stop();
  };
}

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
const RunningStrip = lazyPart(
  () => import('#src/app/notifications/RunningStrip.tsx'),
  (code) => code.RunningStrip,
);

interface StripPlaceProps {
  readonly onHidden: () => void;
}

/** The place of the restores that run, under every page but its own; nothing while none does. */
export function StripPlace({ onHidden }: StripPlaceProps) {
  const styles = useStyles();
  const isHidden = useSyncExternalStore(onStripChange, isStripHidden);
  const page = useMatchRoute()({ to: '/jobs/$jobId' });
  const open = page === false ? null : page.jobId?.toLowerCase();
  // The page of a job shows all that the strip would.
  const running = useSyncExternalStore(onWatchedChange, watchedJobs).filter(
    (job) => !isRestoreOver(job) && jobAddress(job.jobId).toLowerCase() !== open,
  );
  if (isHidden || running.length === 0) return null;
  return (
    <section data-strip aria-label={runningBar.label} className={styles.root}>
      <Part what={runningBar.what} buttonClass="">
        <RunningStrip running={running} onHidden={onHidden} />
      </Part>
    </section>
  );
}
