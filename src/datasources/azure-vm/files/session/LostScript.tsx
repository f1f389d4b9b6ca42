import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { recoveryPointQuery } from '#src/api/queries/recovery-point.ts';
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

/** No answer says what came of the request: the point itself says whether it is mounted. */
export function LostScript({ view, onAgain }: LostScriptProps) {
  const { column } = useCommonStyles();
  const point = useQuery(recoveryPointQuery(chosenPointId(view.draft.choices)));
  return (
    <div className={column}>
      <Loaded query={point} problemOf={problemOf} what={words.what} rows={1}>
        {({ isMounted }) => <p role="status">{outcomeText(isMounted)}</p>}
      </Loaded>
      <Button onClick={() => void point.refetch()}>{words.look}</Button>
      <Button appearance="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </div>
  );
}

function outcomeText(isMounted: boolean | null): string {
  if (isMounted === null) return words.notReported;
  return isMounted ? words.mounted : words.notMounted;
}
