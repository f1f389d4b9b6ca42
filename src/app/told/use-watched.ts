import { useQuery } from '@tanstack/react-query';
import { useMatchRoute } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import type { JobDetails } from '#src/model/job.ts';
import { type Progress, progressByReads } from '#src/model/progress/progress.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { useNow } from '#src/ui/use-now.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { onWatchedChange, type WatchedJob, watchedJobs } from '#src/wizard/submit/watched.ts';

/** Between two looks at the clock: times left go on without a read. */
const EVERY_MS = 15_000;

/** The restores begun in this browser, the newest first. */
export const useWatchedJobs = (): readonly WatchedJob[] =>
  useSyncExternalStore(onWatchedChange, watchedJobs);

/** How a watched job stands by what was read of it; null: nothing was yet. Reads nothing itself. */
export function useStand(jobId: string): { job: JobDetails; progress: Progress } | null {
  const id = resourceId(jobId);
  const { data: job } = useQuery({ ...jobQuery(id), enabled: false });
  const { data: seen } = useQuery({ ...seenJobQuery(id), enabled: job !== undefined });
  const at = useNow(EVERY_MS);
  if (job === undefined) return null;
  return { job, progress: progressByReads(job, seen?.observations, at) };
}

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
