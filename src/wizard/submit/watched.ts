import * as z from 'zod/mini';
import { afterReal, now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { ifFree } from '#src/lib/lock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';
import { type Instant, instant } from '#src/lib/time.ts';

/**
 * The latest that is known of a restore. `accepted`, `stalled` and `moving` (again, after a
 * standstill) are of one that runs, `gone` of one that Azure does not know any more, the others of
 * one that has ended: its verdict, and not Azure's word.
 */
export const NEWS = [
  'accepted',
  'stalled',
  'moving',
  'done',
  'doneWithWork',
  'disksOnly',
  'nothing',
  'failed',
  'cancelled',
  'unknown',
  'gone',
] as const;
export type News = (typeof NEWS)[number];

const watched = z.object({
  jobId: z.string(),
  machine: z.string(),
  news: z.enum(NEWS),
  /** When the news began to be true, as far as anybody saw it. */
  at: z.pipe(
    z.number(),
    z.transform((ms) => instant(ms)),
  ),
  /** Whether a tab has shown the news of its own accord. */
  isTold: z.boolean(),
  /** Whether somebody has seen the news. */
  isRead: z.boolean(),
});
export type WatchedJob = z.infer<typeof watched>;

/** Whether nothing more will happen to a restore. */
export const isOver = ({ news }: Pick<WatchedJob, 'news'>): boolean =>
  news !== 'accepted' && news !== 'stalled' && news !== 'moving';

const NAME = 'watched';

/** More than this nobody looks through; of those that are over the oldest goes first. */
const MOST = 20;

const listeners = newListeners();
let current: readonly WatchedJob[] | null = null;
/** Whether the latest could not be stored: then what this tab has is all there is. */
let isInTabOnly = false;
onNewVisit(() => {
  current = null;
  isInTabOnly = false;
});

/** The restores begun in this browser, the newest first. The same array until it changes. */
export function watchedJobs(): readonly WatchedJob[] {
  current ??= stored();
  return current;
}

/** Begins to watch a job, so that its end is told wherever one is by then. */
export function watchJob(jobId: string, machine: string): void {
  const jobs = stored();
  if (jobs.some((one) => one.jobId === jobId)) return;
  const news = { news: 'accepted', at: now(), isTold: false, isRead: false } as const;
  store(bounded([{ jobId, machine, ...news }, ...jobs]));
}

function bounded(jobs: readonly WatchedJob[]): readonly WatchedJob[] {
  if (jobs.length <= MOST) return jobs;
  const oldest = jobs.findLast(isOver) ?? jobs.at(-1);
  return jobs.filter((one) => one !== oldest);
}

/** Notes the status of a job. What is known already, or comes after its end, is no news. */
export function noteStatus(jobId: string, news: Exclude<News, 'accepted'>, at: Instant): void {
  const known = stored().find((one) => one.jobId === jobId);
  if (known === undefined || isOver(known) || known.news === news) return;
  // Only one that stood still can move again.
  if (news === 'moving' && known.news !== 'stalled') return;
  change(jobId, { news, at, isTold: false, isRead: false });
}

/** What one tab stores reaches another a moment after it has given its lock back. Real milliseconds. */
const ON_ITS_WAY_MS = 1000;

/** Shows news that no tab has shown yet, in this tab alone. */
export async function showOnce({ jobId, news }: WatchedJob, show: () => void): Promise<void> {
  await ifFree(`tell.${jobId}.${news}`, async () => {
    const known = stored().find((one) => one.jobId === jobId);
    if (known?.news !== news || known.isTold) return;
    change(jobId, { isTold: true });
    show();
    await new Promise<void>((resolve) => void afterReal(ON_ITS_WAY_MS, resolve));
  });
}

/** Takes a job off the list: nothing more is told of it. */
export function forgetWatch(jobId: string): void {
  store(stored().filter((one) => one.jobId !== jobId));
}

/** Notes that somebody has seen the news of a job; they need not be shown any more. */
export function markRead(jobId: string): void {
  const known = stored().find((one) => one.jobId === jobId);
  if (known?.isRead === false) change(jobId, { isRead: true, isTold: true });
}

/** The same for all. */
export function markAllRead(): void {
  store(stored().map((one) => ({ ...one, isRead: true, isTold: true })));
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onWatchedChange(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  const stop = onForeignEntry((name) => {
    // Somebody emptied the storage: what this tab follows is written back.
    if (name === null && current !== null) store(current);
    if (name !== NAME) return;
    current = null;
    listener();
  });
  return () => {
    leave();
    stop();
  };
}

function change(jobId: string, to: Partial<WatchedJob>): void {
  store(stored().map((one) => (one.jobId === jobId ? { ...one, ...to } : one)));
}

function store(jobs: readonly WatchedJob[]): void {
  current = jobs;
  // Where nothing can be stored the list lives in this tab; it only tells of jobs that Azure keeps.
  isInTabOnly = !writeEntry(NAME, JSON.stringify(jobs)).ok;
  listeners.tell();
}

/** What is stored now, by whatever tab; where storage fails, what this tab has. */
function stored(): readonly WatchedJob[] {
  if (isInTabOnly) return current ?? [];
  const entry = readEntry(NAME);
  if (!entry.ok) return current ?? [];
  try {
    const entries = z.array(z.unknown()).safeParse(JSON.parse(entry.value ?? '[]')).data ?? [];
    // One that cannot be read costs only itself.
    return entries.flatMap((one) => watched.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}
