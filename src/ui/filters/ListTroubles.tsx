import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';
import { ExportBar, type ExportBarProps } from '#src/ui/ExportBar.tsx';
import type { Retry } from '#src/model/problem.ts';
import { TryAgain } from '#src/ui/states.tsx';
import { Ignored } from '#src/ui/filters/Ignored.tsx';

export interface ListTroublesProps {
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
  /** A part of the list that could not be read; null when all could. */
  readonly failed: (Retry & { readonly message: string }) | null;
  /** Left out where a list is not exported. */
  readonly csv?: ExportBarProps;
}

/** What stands between the filters and the rows: what is left out, failed or under way. */
export function ListTroubles({ ignored, failed, csv }: ListTroublesProps) {
  return (
    <>
      <Ignored parts={ignored} />
      {failed !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{common.partFailed(failed.message)}</MessageBarBody>
          <MessageBarActions>
            <TryAgain way={failed.way} onRetry={failed.onRetry} />
          </MessageBarActions>
        </MessageBar>
      )}
      {csv !== undefined && <ExportBar {...csv} />}
    </>
  );
}
