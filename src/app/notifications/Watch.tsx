import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { heartbeatQuery } from '#src/api/queries/running-restores.ts';
import { NotificationStack } from '#src/app/notifications/NotificationStack.tsx';
import { statusTitle } from '#src/app/notifications/status-text.ts';
import {
  useIsOpen,
  useIsVisible,
  useOpenDraft,
  useWatched,
  useWatchedJobs,
} from '#src/app/notifications/use-watched.ts';
import { FOLLOWS } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { isTerminal } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizardId } from '#src/model/restore-option.ts';
import { useJobNow } from '#src/progress/live/live.tsx';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { tabTitle as words } from '#src/strings/notifications.ts';
import { useLoaded, useNow } from '#src/ui/hooks.ts';
import { useTitlePrefix } from '#src/ui/page.tsx';
import { openDrafts, uncomparedDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { type OpenSession, openSessions, sessionStatuses } from '#src/wizard/sessions.ts';
import { operationEnded, unreadableEnded } from '#src/wizard/submit/follow.ts';
import {
  ComparedLate,
  type ComparedLateProps,
  Followed,
  type FollowedProps,
} from '#src/wizard/submit/followed.ts';
import {
  isJob,
  isRestoreOver,
  keyOf,
  markRead,
  type News,
  noteSessions,
  noteStatus,
  showOnce,
  type Watched,
  type WatchedJob,
} from '#src/wizard/submit/watched.ts';

/** Follows accepted restores until they have a job, also when their own page was left. */
function FollowedDrafts() {
  useSyncExternalStore(onDraftChange, draftsVersion);
  return (
    <>
      {openDrafts().map(({ id, choices, task, submission }) => (
        <Accepted
          key={id}
          {...{ id, submission, choices }}
          wizard={wizardId(choices.datasource ?? 'azure-vm', task)}
          onEnd={operationEnded}
        />
      ))}
      {uncomparedDrafts().map(({ id, choices, jobId, pressed }) => (
        <Uncompared key={id} {...{ id, choices, jobId }} accepted={pressed} />
      ))}
      {unreadableSent().map(({ id, submission, datasource, instance }) => (
        <Accepted
          key={id}
          {...{ id, submission, choices: { datasource, instance } }}
          wizard={datasource}
          onEnd={unreadableEnded}
        />
      ))}
    </>
  );
}

interface AcceptedProps extends Pick<FollowedProps, 'id' | 'choices' | 'onEnd'> {
  readonly submission: Submission;
  /** The id of its wizard. */
  readonly wizard: string;
}

function Accepted({ submission, ...props }: AcceptedProps) {
  if (submission.state !== 'accepted' || submission.operation === null) return null;
  const { operation, secondaryRegion } = submission;
  const request = { instance: props.choices.instance ?? '', operation, secondaryRegion };
  return <AcceptedBy {...props} {...{ request }} accepted={submission} />;
}

interface AcceptedByProps extends Omit<FollowedProps, 'way'> {
  readonly wizard: string;
}

/** Loads what follows the request; every page has this, and only some need it. */
function AcceptedBy({ wizard, ...props }: AcceptedByProps) {
  const loaded = useLoaded(FOLLOWS, wizard);
  if (loaded.state !== 'loaded') return null;
  return <Followed {...props} way={loaded.code} />;
}

/** Compares the job of a draft once it can be read. */
function Uncompared(props: Omit<ComparedLateProps, 'way'>) {
  const loaded = useLoaded(FOLLOWS, props.choices.datasource ?? 'azure-vm');
  return loaded.state === 'loaded' && <ComparedLate {...props} way={loaded.code} />;
}

/** Shows the status of restores in the tab's title: an end that isn't marked as seen comes first. */
function TabTitle() {
  const jobs = useWatchedJobs();
  const unseen = jobs.find((job) => isRestoreOver(job) && !job.isRead);
  const running = jobs.filter((job) => !isRestoreOver(job));
  const [only] = running;
  if (unseen !== undefined)
    return <Title text={words.of(words.state[unseen.news], unseen.machine)} />;
  if (only === undefined) return null;
  if (running.length > 1) return <Title text={words.several(countText(running.length))} />;
  return <RunningTitle job={only} />;
}

function RunningTitle({ job }: { readonly job: WatchedJob }) {
  const read = useJobNow(resourceId(job.jobId), 'listen');
  const state = read ? statusTitle(read.progress) : words.state[job.news];
  return <Title text={words.of(state, job.machine)} />;
}

function Title({ text }: { readonly text: string }) {
  useTitlePrefix(text);
  return null;
}

interface JobWatchProps {
  readonly job: WatchedJob;
  readonly show: (job: WatchedJob) => void;
}

/** Follows one restore from any page and shows its status changes while the tab is visible. */
function JobWatch({ job, show }: JobWatchProps) {
  const { status, since, endedAt } = useFollowed(job);
  const isVisible = useIsVisible();
  const isSeen = useIsOpen(job.jobId) && isVisible;
  const { jobId, isTold } = job;
  // Synchronizes the status changes, which the browser and all tabs share, with Azure's status and with what
  // this tab shows or marks.
  useEffect(() => {
    if (status !== null) noteStatus(jobId, status, since ?? now(), endedAt);
    if (isSeen) markRead(jobId);
    else if (isVisible && !isTold) void showOnce(job, () => show(job));
  }, [status, since, endedAt, isSeen, isVisible, isTold, jobId, job, show]);
  return null;
}

interface FollowedStatus {
  /** The status of the job; null: nothing was read yet. */
  readonly status: Exclude<News, 'accepted'> | null;
  /** Since when, where Azure's own figures say it. */
  readonly since: Instant | null;
  /** When it ended, where the job reports that. */
  readonly endedAt?: Instant | undefined;
}

/** Reads a job until it has ended, also in a hidden tab. */
function useFollowed(watched: WatchedJob): FollowedStatus {
  const id = resourceId(watched.jobId);
  const { error } = useQuery({
    ...jobQuery(id),
    enabled: !isRestoreOver(watched),
    refetchIntervalInBackground: true,
  });
  const followed = useJobNow(id, 'listen');
  if (error !== null && problemOf(error).kind === 'notFound')
    return { status: 'gone', since: null };
  if (!followed) return { status: null, since: null };
  const { outcome } = jobVerdictOf(followed.job, null);
  const { stall } = followed.progress;
  if (isTerminal(followed.job.status) && outcome !== 'running')
    return { status: outcome, since: null, endedAt: followed.job.endedAt ?? undefined };
  return stall === null
    ? { status: 'moving', since: null }
    : { status: 'stalled', since: stall.since };
}

/** How often the clock is looked at: news may come so much late. */
const EVERY_MS = 20_000;

interface WatchedSessionsProps {
  readonly show: (entry: Watched) => void;
}

/** Tells of the sessions of file recovery when their time comes, on any page; nothing while there is none. */
function WatchedSessions({ show }: WatchedSessionsProps) {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const sessions = openSessions();
  return sessions.length === 0 ? null : <Open sessions={sessions} show={show} />;
}

interface OpenProps extends WatchedSessionsProps {
  readonly sessions: readonly OpenSession[];
}

function Open({ sessions, show }: OpenProps) {
  const at = useNow(EVERY_MS);
  const entries = useWatched();
  const openDraft = useOpenDraft();
  const isVisible = useIsVisible();
  // Synchronizes the news, which are the browser's and all tabs', with the clock and with what this tab shows.
  useEffect(() => {
    noteSessions(sessionStatuses(sessions, at));
    if (!isVisible) return;
    for (const entry of entries) {
      if (isJob(entry)) continue;
      if (entry.draftId === openDraft) markRead(keyOf(entry));
      else if (!entry.isTold) void showOnce(entry, () => show(entry));
    }
  }, [sessions, at, entries, openDraft, isVisible, show]);
  return null;
}

/** Looks at the list of those in progress: by itself a job is read seldom, above all where no tab is seen. */
function Heartbeat() {
  useQuery(heartbeatQuery());
  return null;
}

/** Follows restores started here and shows their notifications. */
export function Watch() {
  const [shown, setShown] = useState<readonly Watched[]>([]);
  const entries = useWatched();
  const jobs = useWatchedJobs();
  // The watchers show news in an effect, so the function must stay the same.
  const show = useCallback(
    (entry: Watched) => setShown((all) => [...all.filter((one) => !isSameNews(one, entry)), entry]),
    [],
  );
  // News that were read or overtaken, or are of what was taken off the list, are no news.
  const isNews = (one: Watched): boolean =>
    entries.some((entry) => !entry.isRead && isSameNews(entry, one));
  return (
    <>
      <FollowedDrafts />
      <TabTitle />
      {jobs.map((job) => (
        <JobWatch key={job.jobId} job={job} show={show} />
      ))}
      {!jobs.every(isRestoreOver) && <Heartbeat />}
      <WatchedSessions show={show} />
      <NotificationStack
        entries={shown.filter(isNews)}
        onPutAway={(gone) => setShown((all) => all.filter((one) => !isSameNews(one, gone)))}
      />
    </>
  );
}

/** Several tabs note the same news a moment apart, so their time doesn't count. */
const isSameNews = (one: Watched, other: Watched): boolean =>
  keyOf(one) === keyOf(other) && one.news === other.news;
