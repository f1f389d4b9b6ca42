import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Exporting } from '#src/api/queries/export.tsx';
import type { Paged } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { ExportBar } from '#src/ui/ExportBar.tsx';
import { Ignored } from '#src/ui/filters/Ignored.tsx';

export interface InstanceTroublesProps {
  readonly ignored: readonly string[];
  readonly list: Paged<ProtectedItem>;
  readonly csv: Exporting<ProtectedItem>;
}

/** What stands between the filters and the rows: what is left out, failed or under way. */
export function InstanceTroubles({ ignored, list, csv }: InstanceTroublesProps) {
  const failed =
    list.failed ?? (list.first.data !== undefined && list.first.error ? list.first : null);
  return (
    <>
      <Ignored parts={ignored} />
      {failed?.error && (
        <MessageBar intent="warning">
          <MessageBarBody>{common.partFailed(problemOf(failed.error).message)}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void failed.refetch()}>{common.retry}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <ExportBar state={csv.state} onStop={csv.stop} onGoOn={csv.goOn} />
    </>
  );
}
