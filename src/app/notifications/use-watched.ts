import { useMatchRoute } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { onWatchedChange, type WatchedJob, watchedJobs } from '#src/wizard/submit/watched.ts';

/** The restores begun in this browser, the newest first. */
export const useWatchedJobs = (): readonly WatchedJob[] =>
  useSyncExternalStore(onWatchedChange, watchedJobs);

/** Whether the page of this tab is that of a job, or of the draft that has led to it. */
export function useIsOpen(jobId: string): boolean {
  const matchRoute = useMatchRoute();
  const page = matchRoute({ to: '/jobs/$jobId' });
  if (page !== false) return page.jobId?.toLowerCase() === jobAddress(jobId).toLowerCase();
  const step = matchRoute({ to: '/restore/$draftId/$step' });
  if (step === false) return false;
  const { draft } = draftState(step.draftId ?? '');
  return (
    draft.ok && draft.value.submission.state === 'job' && draft.value.submission.jobId === jobId
  );
}

/** Whether somebody can see this tab. */
export const useIsVisible = (): boolean =>
  useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Whether the window has the focus. */
export const useHasFocus = (): boolean =>
  useSyncExternalStore(onFocusChange, () => document.hasFocus());

function onFocusChange(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}
