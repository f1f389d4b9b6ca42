import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { areLooksOver } from '#src/api/queries/restores.ts';
import {
  pointAfterRefusal,
  type PointLook,
  recoveryPointQuery,
} from '#src/api/recovery-services/points.ts';
import type { FileView } from '#src/datasources/azure-vm/files/model.ts';
import { chosenPointId } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { lostText } from '#src/datasources/azure-vm/files/SessionClock.tsx';
import { now } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { Loaded } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import { recordMaybeDone, recordRefusal } from '#src/wizard/submit/follow.ts';

/** A request for a script of which no answer says what came of it: only the restore point tells whether it is mounted. */

const { stage: stageWords } = fileSession;

interface LostScriptProps {
  readonly view: FileView;
  /** Leads back to Review, where a new request can be sent. */
  readonly onAgain: () => void;
}

/** No answer says what came of the request: a read of the point says whether it is mounted, not by whom. */
export function LostScript({ view, onAgain }: LostScriptProps) {
  const { column } = useCommonStyles();
  const { lost: lostWords } = stageWords;
  const pointId = chosenPointId(view.draft.choices);
  // An older answer tells nothing of this request.
  const point = useQuery({ ...recoveryPointQuery(pointId), staleTime: 0 });
  const pressed = attemptOf(view.draft.submission) ?? { sentAt: now() };
  const readAt = readAtOf(point) ?? 0;
  return (
    <div className={column}>
      <Loaded query={point} problemOf={problemOf} what={lostWords.what} rows={1}>
        {({ isMounted }) => (
          <p role="status">{lostText({ isMounted, readAt }, pointId, pressed)}</p>
        )}
      </Loaded>
      <Button onClick={() => void point.refetch()}>{lostWords.look}</Button>
      <Button appearance="primary" onClick={onAgain}>
        {lostWords.again}
      </Button>
    </div>
  );
}

interface ScriptLooks {
  readonly data: PointLook | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly failed: number;
  readonly isConflict: boolean;
}

/**
 * What reading the point after a refusal has come to: when it wasn't mounted at last; it couldn't be read; or it may be
 * mounted by the request. Null: it is read again.
 */
export function scriptLook({
  data,
  error,
  isFetching,
  failed,
  isConflict,
}: ScriptLooks): Instant | 'unread' | 'mounted' | null {
  if (data !== undefined && data.isMounted !== false) return 'mounted';
  const isOver = areLooksOver(isConflict, (data?.looks ?? 0) + failed, error);
  if (isFetching || !isOver) return null;
  return error !== null || data === undefined ? 'unread' : data.at;
}

function storeScriptLook(draftId: string, look: ReturnType<typeof scriptLook>): void {
  if (look === 'mounted') recordMaybeDone(draftId);
  else if (look !== null) recordRefusal(draftId, look === 'unread' ? null : look);
}

interface RefusedScriptProps extends LostScriptProps {
  readonly isConflict: boolean;
}

/**
 * Azure has refused the request, perhaps as a second copy of it: the point is read a few times. Where it isn't mounted by
 * then the draft is open again; where it is, nothing shows by whom.
 */
export function RefusedScript({ isConflict, ...props }: RefusedScriptProps) {
  const { draft } = props.view;
  const pointId = chosenPointId(draft.choices);
  const point = useQuery(pointAfterRefusal(pointId, isConflict));
  const look = scriptLook({ ...point, isConflict, failed: point.errorUpdateCount });
  useStoredWith(draft.id, look, storeScriptLook);
  if (look === 'mounted') return <LostScript {...props} />;
  const { refusal } = stageWords;
  return (
    <span role="status">
      {point.error !== null
        ? refusal.unread
        : point.data === undefined || point.isFetching
          ? refusal.checking
          : refusal.again(timeText(point.data.at))}
    </span>
  );
}
