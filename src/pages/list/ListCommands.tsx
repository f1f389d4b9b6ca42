import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { CommandBar, ReadAgo, RefreshButton } from '#src/ui/page.tsx';

export interface ListCommandsProps {
  readonly label: string;
  readonly readAt: Instant | null;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
  /** The commands of the page, in front. */
  readonly children: ReactNode;
}

/** What can be done with the list and with the chosen row. */
export function ListCommands({ label, readAt, onExport, children }: ListCommandsProps) {
  const queries = useQueryClient();
  return (
    <CommandBar label={label} trailing={<ReadAgo at={readAt} />}>
      {children}
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
      {onExport !== null && (
        <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={onExport}>
          {common.csv.command}
        </Button>
      )}
    </CommandBar>
  );
}
