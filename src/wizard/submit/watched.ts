import * as z from 'zod/mini';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';

const watched = z.object({
  jobId: z.string(),
  machine: z.string(),
  /** `accepted` until somebody was told of it. */
  state: z.enum(['accepted', 'running', 'ended']),
  /** Whether somebody has seen the latest news of it. */
  isRead: z.boolean(),
});
export type WatchedJob = z.infer<typeof watched>;

const KEY = 'restore-center.watched';

/** More than this nobody looks through; the oldest go first. */
const MOST = 20;

const listeners = new Set<() => void>();
let current: readonly WatchedJob[] | null = null;
/** Whether the latest could not be stored: then what this tab has is all there is. */
let isInTabOnly = false;

/** The restores begun in this browser, the newest first. The same array until it changes. */
export function watchedJobs(): readonly WatchedJob[] {
  current ??= stored();
  return current;
}

/** Begins to watch a job, so that its end is told wherever one is by then. */
export function watchJob(jobId: string, machine: string): void {
  const jobs = stored();
  if (jobs.some((one) => one.jobId === jobId)) return;
  const added: WatchedJob = { jobId, machine, state: 'accepted', isRead: false };
  keep([added, ...jobs].slice(0, MOST));
}

/**
 * Notes that a job has come further. Returns whether that is news to tell: another tab may have been
 * first.
 */
export function advanceWatch(jobId: string, to: 'running' | 'ended'): boolean {
  current = stored();
  const known = current.find((one) => one.jobId === jobId);
  if (known === undefined || known.state === to || known.state === 'ended') return false;
  keep(current.map((one) => (one === known ? { ...one, state: to, isRead: false } : one)));
  return true;
}

/** Takes a job off the list that Azure does not know any more: there is nothing left to tell of it. */
export function forgetWatch(jobId: string): void {
  keep(stored().filter((one) => one.jobId !== jobId));
}

/** Notes that all news have been seen. */
export function markAllRead(): void {
  keep(stored().map((one) => ({ ...one, isRead: true })));
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onWatchedChange(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onForeignEntry((key) => {
    if (key !== KEY) return;
    current = null;
    listener();
  });
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function keep(jobs: readonly WatchedJob[]): void {
  current = jobs;
  // Where nothing can be stored the list lives in this tab; it only tells of jobs that Azure keeps.
  isInTabOnly = !writeEntry(KEY, JSON.stringify(jobs)).ok;
  for (const listener of listeners) listener();
}

/** What is stored now, by whatever tab; where storage fails, what this tab has. */
function stored(): readonly WatchedJob[] {
  if (isInTabOnly) return current ?? [];
  const entry = readEntry(KEY);
  if (!entry.ok) return current ?? [];
  try {
    const parsed = z.array(watched).safeParse(JSON.parse(entry.value ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
