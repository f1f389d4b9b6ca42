import { useMatchRoute } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import {
  onWatchedChange,
  type Watched,
  watchedEntries,
  type WatchedJob,
  watchedJobs,
} from '#src/wizard/submit/watched.ts';

/** What this browser started, the newest first. */
export const useWatched = (): readonly Watched[] =>
  useSyncExternalStore(onWatchedChange, watchedEntries);

/** The restores that this browser started, the newest first. */
export const useWatchedJobs = (): readonly WatchedJob[] =>
  useSyncExternalStore(onWatchedChange, watchedJobs);

/** Whether the page of this tab is that of a job, or of the draft that has led to it. */
export function useIsOpen(jobId: string): boolean {
  const page = useMatchRoute()({ to: '/jobs/$jobId' });
  const draftId = useOpenDraft();
  if (page !== false) return page.jobId?.toLowerCase() === jobAddress(jobId).toLowerCase();
  if (draftId === null) return false;
  const { draft } = draftState(draftId);
  return (
    draft.ok && draft.value.submission.state === 'job' && draft.value.submission.jobId === jobId
  );
}

/** The draft whose page this tab shows; null: it shows another one. */
export function useOpenDraft(): string | null {
  const step = useMatchRoute()({ to: '/restore/$draftId/$step' });
  return step === false ? null : (step.draftId ?? null);
}

/** Whether this tab is visible. */
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
