import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  healthQuery,
  jobCountsQuery,
  notableJobsQuery,
  secondaryRestoresQuery,
  vaultCountQuery,
} from '#src/api/queries/overview.ts';
import { oldestReadAt } from '#src/api/queries/query.ts';
import { common } from '#src/strings/common.ts';
import { overview as words } from '#src/strings/overview.ts';
import { CommandBar, ReadAgo, RefreshButton } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';

const KEYS = [
  notableJobsQuery,
  jobCountsQuery,
  healthQuery,
  vaultCountQuery,
  secondaryRestoresQuery,
].map((part) => part().queryKey);

/** What to start here, and when the page was read: as old as its oldest part. */
export function OverviewCommands() {
  const queries = useQueryClient();
  useQuery(notableJobsQuery());
  useQuery(jobCountsQuery());
  useQuery(healthQuery());
  useQuery(vaultCountQuery());
  useQuery(secondaryRestoresQuery());
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={oldestReadAt(KEYS)} />}>
      <RouterButton
        appearance="primary"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        preload={false}
      >
        {common.restore}
      </RouterButton>
      <RouterButton appearance="subtle" icon={<ClipboardTask20Regular />} to="/jobs">
        {common.backupJobs}
      </RouterButton>
      <RouterButton appearance="subtle" to="/leftovers">
        {common.leftovers}
      </RouterButton>
      <RefreshButton onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })} />
    </CommandBar>
  );
}
