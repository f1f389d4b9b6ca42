import * as z from 'zod/mini';
import { now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { ifFree, storedByOthers } from '#src/lib/lock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { onForeignEntry, readEntry, writeEntry } from '#src/lib/storage.ts';
import { type Instant, instant } from '#src/lib/time.ts';

/**
 * The latest known status of a restore. `accepted`, `stalled` and `moving` (again, after a stall) are of one
 * in progress, `gone` of one that Azure no longer reports, the others of one that has ended: our verdict
 * instead of Azure's status.
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

/**
 * The latest that is known of a session of file recovery, in the order in which it comes: the script is there,
 * the last hour, the last ten minutes, and the end without a read that says that the disks are unmounted.
 */
const SESSION_NEWS = ['mounted', 'lastHour', 'lastMinutes', 'unmountOpen'] as const;
export type SessionNews = (typeof SESSION_NEWS)[number];

const common = {
  machine: z.string(),
  /** When the status was first read here; of a restore that stands still, since when. */
  at: z.pipe(
    z.number(),
    z.transform((ms) => instant(ms)),
  ),
  /** Whether a tab has shown the notification automatically. */
  isTold: z.boolean(),
  /** Whether the person has seen the status. */
  isRead: z.boolean(),
};
const watchedJob = z.object({
  jobId: z.string(),
  news: z.enum(NEWS),
  /** When the job ended, as it reports it; left out: it doesn't, or hasn't. */
  endedAt: z.optional(z.number()),
  ...common,
});
export type WatchedJob = z.infer<typeof watchedJob>;

const watchedSession = z.object({
  /** The draft that it is kept with, and when it started: a draft can lead to several, one after the other. */
  draftId: z.string(),
  since: z.number(),
  /** Null: not reported. */
  endsAt: z.nullable(z.number()),
  news: z.enum(SESSION_NEWS),
  ...common,
});
export type WatchedSession = z.infer<typeof watchedSession>;

const watched = z.union([watchedJob, watchedSession]);
/** A restore or a session of file recovery, with its news. */
export type Watched = WatchedJob | WatchedSession;

export const isJob = (one: Watched): one is WatchedJob => 'jobId' in one;

/** The key of an entry: for a job, its ID. */
export const keyOf = (one: Watched): string => (isJob(one) ? one.jobId : sessionKey(one));

/** The same of a session. */
export const sessionKey = ({ draftId, since }: Pick<WatchedSession, 'draftId' | 'since'>): string =>
  `session ${draftId} ${String(since)}`;

/** Whether nothing more will happen to a restore. */
export const isRestoreOver = ({ news }: Pick<WatchedJob, 'news'>): boolean =>
  news !== 'accepted' && news !== 'stalled' && news !== 'moving';

const NAME = 'watched';

/** Maximum number of entries; evicts the oldest job that has ended. */
const MOST = 20;

interface Entries {
  readonly all: readonly Watched[];
  readonly jobs: readonly WatchedJob[];
}

const listeners = newListeners();
let current: Entries | null = null;
/** Whether the latest state couldn't be stored, so that only this tab has it. */
let isInTabOnly = false;
onNewVisit(() => {
  current = null;
  isInTabOnly = false;
});

/** What this browser started, the newest first. The same array until it changes. */
export const watchedEntries = (): readonly Watched[] => entries().all;

/** The restores among them. The same array until any entry changes. */
export const watchedJobs = (): readonly WatchedJob[] => entries().jobs;

function entries(): Entries {
  current ??= sorted(stored());
  return current;
}

const sorted = (all: readonly Watched[]): Entries => ({ all, jobs: all.filter(isJob) });

/** Starts to watch a job, so that its end is reported on any page. */
export function watchJob(jobId: string, machine: string): void {
  const before = stored();
  if (before.some((one) => keyOf(one) === jobId)) return;
  const news = { news: 'accepted', at: now(), isTold: false, isRead: false } as const;
  store(bounded([{ jobId, machine, ...news }, ...before]));
}

/** Sessions stay: one that went would come back with the next look at its draft. */
function bounded(all: readonly Watched[]): readonly Watched[] {
  if (all.length <= MOST) return all;
  const jobs = all.filter(isJob);
  const oldest = jobs.findLast(isRestoreOver) ?? jobs.at(-1);
  return all.filter((one) => one !== oldest);
}

/** A session by what its draft says of it. */
export type SessionStatus = Pick<
  WatchedSession,
  'draftId' | 'since' | 'endsAt' | 'machine' | 'news'
>;

/**
 * Notes how sessions stand. News never go back, and an earlier session of a draft gives way to a later one:
 * two tabs whose clocks differ would else correct each other without an end.
 */
export function noteSessions(sessions: readonly SessionStatus[]): void {
  const before = stored();
  const after = sessions.reduce(withSession, before);
  if (after !== before) store(bounded(after));
}

function withSession(all: readonly Watched[], session: SessionStatus): readonly Watched[] {
  const known = all.find(
    (one): one is WatchedSession => !isJob(one) && one.draftId === session.draftId,
  );
  if (known !== undefined && !isLater(session, known)) return all;
  const entry: Watched = { ...session, at: now(), isTold: false, isRead: false };
  return known === undefined ? [entry, ...all] : all.map((one) => (one === known ? entry : one));
}

function isLater(session: SessionStatus, known: WatchedSession): boolean {
  if (session.since !== known.since) return session.since > known.since;
  return SESSION_NEWS.indexOf(session.news) > SESSION_NEWS.indexOf(known.news);
}

/**
 * Notes the status of a job. What is known already, or comes after its end, is no news. `at`: when it was read, or since
 * when it stands still; `endedAt`: when the job ended, as it reports it.
 */
export function noteStatus(
  jobId: string,
  news: Exclude<News, 'accepted'>,
  at: Instant,
  endedAt?: Instant,
): void {
  const known = stored().find((one): one is WatchedJob => keyOf(one) === jobId);
  if (known === undefined || isRestoreOver(known) || known.news === news) return;
  // Only one that stood still can move again.
  if (news === 'moving' && known.news !== 'stalled') return;
  replace(jobId, () => ({ ...known, news, at, endedAt, isTold: false, isRead: false }));
}

/** Shows news that no tab has shown yet, in this tab alone. */
export async function showOnce(entry: Watched, show: () => void): Promise<void> {
  const key = keyOf(entry);
  const { news } = entry;
  const isOpen = (): boolean =>
    stored().some((one) => keyOf(one) === key && one.news === news && !one.isTold);
  await ifFree(`tell.${key}.${news}`, async () => {
    if (!isOpen()) return;
    change(key, { isTold: true });
    show();
    await storedByOthers();
    // A tab that noted the same news in that moment has written that they were not shown.
    if (isOpen()) change(key, { isTold: true });
  });
}

/** Removes an entry from the list and ends its notifications. */
export function forgetWatch(key: string): void {
  store(stored().filter((one) => keyOf(one) !== key));
}

/** Marks the status of an entry as seen, so that it isn't shown again. */
export function markRead(key: string): void {
  const known = stored().find((one) => keyOf(one) === key);
  if (known?.isRead === false) change(key, { isRead: true, isTold: true });
}

/** The same for all. */
export function markAllRead(): void {
  store(stored().map((one) => ({ ...one, isRead: true, isTold: true })));
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export function onWatchedChange(listener: () => void): () => void {
  const leave = listeners.listen(listener);
  const stop = onForeignEntry((name) => {
    // The storage was cleared: write back what this tab follows.
    if (name === null && current !== null) store(current.all);
    if (name !== NAME) return;
    current = null;
    listener();
  });
  return () => {
    leave();
    stop();
  };
}

/** What is changed of one entry; its news only by whoever knows its kind. */
type EntryChange = Partial<Pick<Watched, 'at' | 'isTold' | 'isRead'>>;

function change(key: string, to: EntryChange): void {
  replace(key, (one) => ({ ...one, ...to }));
}

function replace(key: string, changed: (one: Watched) => Watched): void {
  store(stored().map((one) => (keyOf(one) === key ? changed(one) : one)));
}

function store(all: readonly Watched[]): void {
  current = sorted(all);
  // Where nothing can be stored the list lives in this tab; it only tells of what Azure keeps.
  isInTabOnly = !writeEntry(NAME, JSON.stringify(all)).ok;
  listeners.tell();
}

/** What is stored now, by whatever tab; where storage fails, what this tab has. */
function stored(): readonly Watched[] {
  if (isInTabOnly) return current?.all ?? [];
  const entry = readEntry(NAME);
  if (!entry.ok) return current?.all ?? [];
  try {
    const list = z.array(z.unknown()).safeParse(JSON.parse(entry.value ?? '[]')).data ?? [];
    // One that cannot be read costs only itself.
    return list.flatMap((one) => watched.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}
