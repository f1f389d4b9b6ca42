import { fileChoices } from '#src/datasources/azure-vm/files/fields.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { SESSION_MS, sessionPhase, type SessionTimes } from '#src/model/file-recovery.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { sentChoicesOf } from '#src/wizard/draft/sent.ts';
import { attemptOf, type Draft, isOpen } from '#src/wizard/draft/schema.ts';

/** The full id of the chosen restore point, without any read. */
export const chosenPointId = ({
  instance,
  point,
}: {
  readonly instance: string | null;
  readonly point: string | null;
}): ResourceId => resourceId(`${instance ?? ''}/recoveryPoints/${point ?? ''}`);

/** A mounted restore point. */
export interface MountedPoint {
  readonly pointId: ResourceId;
  /** The name of the VM that it is of. */
  readonly machine: string;
  /** When its session started, epoch milliseconds; null: it was started elsewhere, and nothing reports it. */
  readonly since: number | null;
}

/** The action's id: each session of a point has one of its own. */
export const unmountId = ({ pointId, since }: Omit<MountedPoint, 'machine'>): string =>
  `unmount.${pointId.toLowerCase()}.${String(since ?? 'elsewhere')}`;

/** Who may have mounted a restore point, by what this browser has stored, and what that allows to claim. */

/**
 * When this browser last asked for a script of a restore point and got no answer that says what came of it, in
 * epoch milliseconds; null: never within the time that a session lasts. Pure.
 */
export function openPressOn(
  pointId: string,
  drafts: readonly Draft[],
  moment: number,
): number | null {
  const times = drafts
    .filter((draft) => draft.task === 'recoverFiles' && sameId(pointOf(draft), pointId))
    .flatMap(({ submission, earlier }) => [
      // A refusal may be of a second copy.
      ...(isOpen(submission) || submission.state === 'refused'
        ? [attemptOf(submission)?.sentAt ?? 0]
        : []),
      ...(earlier === undefined ? [] : [earlier.sentAt]),
    ])
    .filter((sentAt) => moment - sentAt < SESSION_MS);
  return times.length === 0 ? null : Math.max(...times);
}

const pointOf = (draft: Draft): string => chosenPointId(fileChoices(sentChoicesOf(draft)));

/** What is known of a restore point before a script is requested. Times in epoch milliseconds. */
export interface MountKnown {
  /** The session that the draft has led to. */
  readonly session: SessionTimes | undefined;
  /** Whether that is of the chosen restore point. */
  readonly isOfPoint: boolean;
  /** Whether another draft of this browser has an open session of the chosen point. */
  readonly isOfOtherDraft: boolean;
  /** See {@link openPressOn}. */
  readonly press: number | null;
  /** What Azure reported of the point; null: nothing, undefined: it wasn't read. */
  readonly isMounted: boolean | null | undefined;
  /** When; undefined: that isn't remembered. */
  readonly readAt: number | undefined;
}

interface MountedNote {
  readonly title: string;
  readonly body: string;
}

/** What Review says of a restore point that is mounted, or may be; null: nothing. Pure. */
export function mountedNoteOf(known: MountKnown, moment: number): MountedNote | null {
  const { session, press, isMounted, readAt } = known;
  const { running, over, otherPoint, mounted } = fileSession.review;
  if (session !== undefined && session.endedAt === undefined) {
    const { expiresAt } = session;
    if (!known.isOfPoint) return otherPoint;
    return expiresAt !== null && sessionPhase(session, instant(moment)) === 'expired'
      ? { title: over.title, body: over.body(timeAt(expiresAt)) }
      : running;
  }
  // A later read has found it not mounted.
  const isOutdated = readAt !== undefined && readAt < (session?.endedAt ?? 0);
  if (isMounted !== true || isOutdated) return null;
  const at = readAt === undefined ? null : timeAt(readAt);
  const { title, bySession, byPress, noRecord } = mounted;
  if (known.isOfOtherDraft) return { title, body: bySession(at) };
  return { title, body: press === null ? noRecord(at) : byPress(at, timeAt(press)) };
}

interface MountedState {
  readonly tone: 'running' | 'done' | 'unknown';
  readonly text: string;
}

/** Whether a restore point is mounted, by what Azure reports; null: nothing. Pure. */
export function mountedState(isMounted: boolean | null): MountedState {
  if (isMounted === null) return { tone: 'unknown', text: mountedPoints.notReported };
  return isMounted
    ? { tone: 'running', text: mountedPoints.mounted }
    : { tone: 'done', text: mountedPoints.notMounted };
}

/** Who mounted a restore point that no session of this browser explains. Pure. */
export const mounterText = (press: number | null): string =>
  press === null ? mountedPoints.noRecord : mountedPoints.byPress(timeAt(press));

const timeAt = (ms: number): string => dateTimeText(instant(ms));
