import { now } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import { sessionPhase, type SessionPhase } from '#src/model/file-recovery.ts';
import { sameId } from '#src/model/resource-id.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import type { MountSession } from '#src/wizard/draft/session.ts';
import { changeDraft, draftsHere } from '#src/wizard/draft/store.ts';
import { dropMount } from '#src/wizard/submit/follow.ts';
import {
  forgetWatch,
  sessionKey,
  type SessionNews,
  type SessionStatus,
} from '#src/wizard/submit/watched.ts';

/** The sessions of file recovery that were started in this browser: each is kept with its draft. */

/** One that isn't known to have come to its end: it runs, or nothing says that its disks are unmounted. */
export interface OpenSession {
  readonly draftId: string;
  readonly machine: string;
  readonly session: MountSession;
}

/** The open sessions of this browser, the newest first. */
export function openSessions(): readonly OpenSession[] {
  return draftsHere()
    .flatMap(({ id: draftId, session, ...draft }) =>
      isSessionOpen(session) ? [{ draftId, session, machine: nameOfDraft(draft) ?? '' }] : [],
    )
    .toSorted((a, b) => b.session.since - a.session.since);
}

const isSessionOpen = (session: MountSession | undefined): session is MountSession =>
  session !== undefined && session.endedAt === undefined && session.handledAt === undefined;

/** The draft whose session has a restore point mounted, by what is known here; null: none of this browser. */
export const mountingDraft = (pointId: string): string | null =>
  draftsHere().find(
    ({ session }) => session?.endedAt === undefined && sameId(session?.pointId, pointId),
  )?.id ?? null;

const NEWS: Readonly<Record<Exclude<SessionPhase, 'unmounted'>, SessionNews>> = {
  running: 'mounted',
  notReported: 'mounted',
  lastHour: 'lastHour',
  lastMinutes: 'lastMinutes',
  expired: 'unmountOpen',
};

/** What there is to tell of the open sessions at a moment. */
export function sessionStatuses(
  open: readonly OpenSession[],
  at: Instant,
): readonly SessionStatus[] {
  return open.flatMap(({ draftId, machine, session }) => {
    const phase = sessionPhase(session, at);
    if (phase === 'unmounted') return [];
    const { since, expiresAt: endsAt } = session;
    return [{ draftId, machine, since, endsAt, news: NEWS[phase] }];
  });
}

/** Notes that Azure reported a restore point as not mounted: every session of it has ended. */
export function noteUnmounted(pointId: string): void {
  for (const { draftId, session } of openSessions()) {
    if (sameId(session.pointId, pointId)) close(draftId, session, { endedAt: now() });
  }
}

/** Notes that a person takes care of a session whose end nothing reports. */
export const markHandled = ({ draftId, session }: OpenSession): void =>
  close(draftId, session, { handledAt: now() });

/** Closes a session and no later one of its draft: its password works no more, and no notification of it follows. */
function close(
  draftId: string,
  { since }: MountSession,
  end: Pick<MountSession, 'endedAt' | 'handledAt'>,
): void {
  changeDraft(draftId, (draft) =>
    draft.session?.since === since ? { ...draft, session: { ...draft.session, ...end } } : draft,
  );
  dropMount(draftId);
  forgetWatch(sessionKey({ draftId, since }));
}
