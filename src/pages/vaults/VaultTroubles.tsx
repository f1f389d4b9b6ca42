import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Paged } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { Vault } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { Ignored } from '#src/ui/filters/Ignored.tsx';

export interface VaultTroublesProps {
  readonly ignored: readonly string[];
  readonly list: Paged<Vault>;
}

/** What stands between the filters and the rows: what was left out of the address, or not read. */
export function VaultTroubles({ ignored, list }: VaultTroublesProps) {
  const stale = list.first.data !== undefined && list.first.error !== null ? list.first : null;
  const failed = list.failed ?? stale;
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
    </>
  );
}
