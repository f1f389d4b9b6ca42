import { useEffect, useSyncExternalStore } from 'react';
import { useIsVisible, useOpenDraft, useWatched } from '#src/app/notifications/use-watched.ts';
import { useNow } from '#src/ui/hooks.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { type OpenSession, openSessions, sessionStatuses } from '#src/wizard/sessions.ts';
import {
  isJob,
  keyOf,
  markRead,
  noteSessions,
  showOnce,
  type Watched,
} from '#src/wizard/submit/watched.ts';

/** How often the clock is looked at: news may come so much late. */
const EVERY_MS = 20_000;

export interface WatchedSessionsProps {
  readonly show: (entry: Watched) => void;
}

/** Tells of the sessions of file recovery when their time comes, on any page; nothing while there is none. */
export function WatchedSessions({ show }: WatchedSessionsProps) {
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
