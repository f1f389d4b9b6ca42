import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { readAtOf } from '#src/api/queries/query.ts';
import type { MountOutcome } from '#src/api/recovery-services/files.ts';
import { mountedQuery } from '#src/api/recovery-services/points.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { sessionPhase, type SessionPhase, type SessionTimes } from '#src/model/file-recovery.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { sessions } from '#src/strings/files.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/hooks.ts';
import {
  type Attempt,
  type Draft,
  isRefusedAnswer,
  type LostAnswer,
  type MountSession,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { mountedText } from '#src/wizard/mounted-read.ts';
import { heldMount, noteUnmounted, onHeldMounts } from '#src/wizard/sessions.ts';
import type { StageWords } from '#src/wizard/submit/Stage.tsx';

const { stage, ready } = fileSession;

const TONES: Readonly<Record<SessionPhase, Tone>> = {
  running: 'running',
  notReported: 'running',
  lastHour: 'warning',
  lastMinutes: 'warning',
  expired: 'warning',
  unmounted: 'done',
};

const EVERY_MS = 1000;

/** How long a session still lasts. The time that is left changes every second, and is not read out. */
export function SessionClock({ session }: { readonly session: MountSession }) {
  const at = useNow(EVERY_MS);
  const phase = sessionPhase(session, at);
  const isSoon = phase === 'lastHour' || phase === 'lastMinutes';
  return (
    <>
      <Status tone={TONES[phase]}>{sessionText(session, at)}</Status>
      <div role="status">
        {isSoon && ready.soon}
        {phase === 'expired' && ready.unconfirmed}
      </div>
      {phase === 'expired' && <MountedCheck pointId={resourceId(session.pointId)} />}
    </>
  );
}

/** Whether the disks are still mounted after the session's own end: read, and read again on request. */
function MountedCheck({ pointId }: { readonly pointId: ResourceId }) {
  const read = useQuery(mountedQuery(pointId, () => noteUnmounted(pointId)));
  return (
    <>
      <span role="status">{mountedText({ ...read, readAt: readAtOf(read) })}</span>
      <Button onClick={() => void read.refetch()}>{sessions.checkAgain}</Button>
    </>
  );
}

/**
 * How far a press of Get the script has come. `unknown`: the request might have arrived; `refused`: it is looked for. What a mounted point is
 * called depends on its session, see {@link mountedWords}.
 */
type ScriptStage =
  | { readonly kind: 'underWay' | 'unknown'; readonly words: StageWords }
  | { readonly kind: 'refused'; readonly words: StageWords; readonly answer: LostAnswer }
  | { readonly kind: 'mounted' };

/** Azure refused the request, perhaps as a second copy of one that has mounted the point. */
const refusedStage = (answer: LostAnswer): ScriptStage => ({
  kind: 'refused',
  words: {
    tone: 'warning',
    title: answer.kind === 'failure' ? stage.refusal.failed : stage.refusal.title,
    lines: [stage.refusal.body],
  },
  answer,
});

/** What came in place of an answer that says what came of the request. */
function lostBody(answer: LostAnswer | undefined): string {
  const { body, instead } = stage.lost;
  switch (answer?.kind) {
    case undefined:
      return body;
    case 'error':
    case 'foreign':
      return instead[answer.kind](String(answer.status ?? ''));
    default:
      return instead.unreadable;
  }
}

const unknown = (line: string): ScriptStage => ({
  kind: 'unknown',
  words: { tone: 'warning', title: stage.lost.title, lines: [line] },
});

const underWay = (title: string, ...lines: readonly string[]): ScriptStage => ({
  kind: 'underWay',
  words: { tone: 'running', title, lines },
});

/** The stage of a submission. One whose tab is gone may have arrived. */
export function scriptStageOf(sent: Submission, isSenderGone: boolean): ScriptStage {
  switch (sent.state) {
    case 'sending':
      return isSenderGone
        ? unknown(stage.lost.body)
        : underWay(stage.sending.title, stage.sending.body);
    case 'accepted':
      return sent.operation === null
        ? unknown(stage.lost.unfollowed)
        : underWay(stage.accepted.title, stage.accepted.body, stage.accepted.safe);
    case 'lost':
      return isRefusedAnswer(sent.answer)
        ? refusedStage(sent.answer)
        : unknown(lostBody(sent.answer));
    case 'mounted':
      return { kind: 'mounted' };
    case 'preparing':
    case 'none':
    case 'refused':
    case 'notSent':
    case 'job':
      return underWay(stage.preparing.title, stage.preparing.body);
  }
}

/** The heading of a session: what is there of its script, or that it is over. */
export function mountedWords({ phase, outcome }: SessionState): StageWords {
  if (phase === 'unmounted') return { tone: 'done', title: ready.unmountedTitle, lines: [] };
  if (phase === 'expired') return { tone: 'warning', title: ready.overTitle, lines: [] };
  return outcome?.kind === 'mount'
    ? { tone: 'done', title: ready.title, lines: [] }
    : { tone: 'running', title: ready.mountedTitle, lines: [] };
}

/** A restore point as it was read. Times in epoch milliseconds. */
interface PointRead {
  /** Null: Azure doesn't report it. */
  readonly isMounted: boolean | null;
  readonly readAt: number;
}

/**
 * What a read of the restore point tells of a request without an answer: nothing where it is older. That it is
 * mounted doesn't show by whom, and nothing at all of the request where it was mounted before.
 */
export function lostText(
  { isMounted, readAt }: PointRead,
  pointId: string,
  { sentAt, before = [] }: Pick<Attempt, 'sentAt' | 'before'>,
): string {
  if (readAt <= sentAt) return stage.lost.notRead;
  if (isMounted === null) return stage.lost.notReported;
  if (!isMounted) return stage.lost.notMounted(timeAt(readAt));
  const wasMounted = before.some((id) => sameId(id, pointId));
  const { mounted, mountedBefore } = stage.lost;
  return (wasMounted ? mountedBefore : mounted)(timeAt(readAt), timeAt(sentAt));
}

/** How long a session still lasts, or that it is over and how that is known. */
export function sessionText({ expiresAt, endedAt }: SessionTimes, at: Instant): string {
  if (endedAt !== undefined) return ready.unmounted(timeAt(endedAt));
  if (expiresAt === null) return ready.leftUnknown;
  return at < expiresAt
    ? ready.left(timeAt(expiresAt), durationText(expiresAt - at))
    : ready.over(timeAt(expiresAt));
}

const timeAt = (ms: number): string => timeText(instant(ms));

/** How a session stands, and what this tab still has of the answer to its request: null after a reload. */
export interface SessionState {
  /** Null where no session has started. */
  readonly phase: SessionPhase | null;
  readonly outcome: MountOutcome | null;
}

/** How often it is looked whether the session is over. */
const LOOK_EVERY_MS = 15_000;

/** What is kept of an answer that can't be used. */
const storedOutcome = (session: Draft['session']): MountOutcome | null =>
  session?.lacks === undefined ? null : { kind: 'none', why: session.lacks };

/** How the session of a draft stands now. */
export function useSessionState({ id, session }: Draft): SessionState {
  const held = useSyncExternalStore(onHeldMounts, () => heldMount(id));
  const at = useNow(LOOK_EVERY_MS);
  const outcome = held ?? storedOutcome(session);
  return { phase: session === undefined ? null : sessionPhase(session, at), outcome };
}
