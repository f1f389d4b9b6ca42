import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { recoveryPointQuery } from '#src/api/recovery-services/points.ts';
import { lostText } from '#src/datasources/azure-vm/files/session/stage.ts';
import { now } from '#src/lib/clock.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { chosenPointId } from '#src/datasources/azure-vm/files/point-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = fileSession.stage.lost;

export interface LostScriptProps {
  readonly view: FileView;
  /** Leads back to Review, where a new request can be sent. */
  readonly onAgain: () => void;
}

/** No answer says what came of the request: a read of the point says whether it is mounted, not by whom. */
export function LostScript({ view, onAgain }: LostScriptProps) {
  const { column } = useCommonStyles();
  const pointId = chosenPointId(view.draft.choices);
  // An older answer tells nothing of this request.
  const point = useQuery({ ...recoveryPointQuery(pointId), staleTime: 0 });
  const pressed = attemptOf(view.draft.submission) ?? { sentAt: now() };
  const readAt = readAtOf(point) ?? 0;
  return (
    <div className={column}>
      <Loaded query={point} problemOf={problemOf} what={words.what} rows={1}>
        {({ isMounted }) => (
          <p role="status">{lostText({ isMounted, readAt }, pointId, pressed)}</p>
        )}
      </Loaded>
      <Button onClick={() => void point.refetch()}>{words.look}</Button>
      <Button appearance="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </div>
  );
}
