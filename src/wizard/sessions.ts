import type { MountOutcome } from '#src/api/recovery-services/files.ts';
import { now } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import type { Instant } from '#src/lib/time.ts';
import { sessionPhase, type SessionPhase } from '#src/model/file-recovery.ts';
import { sameId } from '#src/model/resource-id.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import type { MountSession } from '#src/wizard/draft/schema.ts';
import { changeDraft, draftsHere } from '#src/wizard/draft/store.ts';
import {
  forgetWatch,
  sessionKey,
  type SessionNews,
  type SessionStatus,
} from '#src/wizard/submit/watched.ts';

/**
 * What the latest answers with scripts came to, by draft. There is a password in each, so they live in the
 * memory of one tab: no storage, no address and no export has them, and a reload forgets them.
 */
const held = new Map<string, MountOutcome>();

const listeners = newListeners();

onNewVisit(() => held.clear());

/** What the latest answer to a draft came to; null: this tab doesn't have it. */
export const heldMount = (draftId: string): MountOutcome | null => held.get(draftId) ?? null;

export function holdMount(draftId: string, outcome: MountOutcome): void {
  held.set(draftId, outcome);
  listeners.tell();
}

/** Forgets the password of a session that is over. */
export function dropMount(draftId: string): void {
  if (held.delete(draftId)) listeners.tell();
}

/** Calls back after every change. Returns the way to stop. */
export const onHeldMounts = listeners.listen;

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
