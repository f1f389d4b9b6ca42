import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useQueryClient } from '@tanstack/react-query';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';

export interface JobCommandsProps {
  readonly readAt: Instant | null;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
}

/** What can be done with the list. */
export function JobCommands({ readAt, onExport }: JobCommandsProps) {
  const queries = useQueryClient();
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
      {onExport !== null && (
        <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={onExport}>
          {common.csv.command}
        </Button>
      )}
    </CommandBar>
  );
}
