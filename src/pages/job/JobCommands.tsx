import { useMutation } from '@tanstack/react-query';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useId } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { cancelJobMutation } from '#src/api/queries/cancel-job.ts';
import type { Instant } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/data-protection.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import type { Cancel } from '#src/model/progress/cancel.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { CancelCommand } from '#src/pages/job/CancelCommand.tsx';
import { CancelState } from '#src/pages/job/CancelState.tsx';
import { pages } from '#src/strings/pages.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';

const words = pages.job;

export interface JobCommandsProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  readonly cancel: Cancel;
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
}

/** Backup vaults have jobs of other operations too. */
const isDiskRestore = (job: JobDetails): boolean =>
  isDiskJob(job) && job.operation.toLowerCase() === 'restore';

/** What can be done with a job, and what became of asking to cancel it. */
export function JobCommands({ id, job, cancel, readAt, onRefresh }: JobCommandsProps) {
  const reasonId = useId();
  const asking = useMutation(cancelJobMutation(id));
  const isAsked = !isTerminal(job.status) && (asking.isPending || asking.isSuccess);
  const possible: Cancel = isAsked ? { kind: 'no', why: 'cancelling' } : cancel;
  return (
    <>
      <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
        <CancelCommand
          machine={job.itemName}
          cancel={possible}
          reasonId={reasonId}
          onConfirm={() => asking.mutate()}
        />
        {(job.restoreKind !== null || isDiskRestore(job)) && (
          <RouterButton
            appearance="subtle"
            icon={<ArrowUndo20Regular />}
            to="/restore/new"
            search={{ again: jobAddress(id) }}
            preload={false}
          >
            {words.again}
          </RouterButton>
        )}
        <RefreshButton onRefresh={onRefresh} />
      </CommandBar>
      <CancelState reasonId={reasonId} cancel={possible} job={job} asking={asking} />
    </>
  );
}
