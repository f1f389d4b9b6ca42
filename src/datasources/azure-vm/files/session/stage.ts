import { durationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { SessionTimes } from '#src/model/file-recovery.ts';
import { sameId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import type { SessionState } from '#src/datasources/azure-vm/files/session/use-session-state.ts';
import type { Attempt, Submission } from '#src/wizard/draft/submission.ts';
import type { StageWords } from '#src/wizard/submitted/stage-of.ts';

/**
 * How far a press of Get the script has come. `unknown`: the request might have arrived. What a mounted point is
 * called depends on its session, see {@link mountedWords}.
 */
type ScriptStage =
  | { readonly kind: 'underWay' | 'unknown'; readonly words: StageWords }
  | { readonly kind: 'mounted' };

const { stage, ready } = fileSession;

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
      return unknown(stage.lost.body);
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
export interface PointRead {
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
