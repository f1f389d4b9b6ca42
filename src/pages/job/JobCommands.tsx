import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useId } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { CancelCommand, CancelState, useCancel } from '#src/progress/live/cancel.tsx';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { pages } from '#src/strings/pages.ts';
import { CommandBar, ReadAgo, RefreshButton } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';

const words = pages.job;

export interface JobCommandsProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  readonly now: JobOfPage;
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
}

/** The commands of a job, and the outcome of a request to cancel it. */
export function JobCommands({ id, job, now, readAt, onRefresh }: JobCommandsProps) {
  const reasonId = useId();
  const { parts, service } = now;
  const { cancel, isRestore } = parts;
  const { line, request } = useCancel(job, cancel, now.progress, service);
  return (
    <>
      <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
        <CancelCommand
          machine={job.itemName}
          cancel={line}
          reasonId={reasonId}
          onConfirm={() => request.mutate()}
        />
        {isRestore && (
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
        {isRestore && (
          <RouterButton
            appearance="subtle"
            to="/jobs/$jobId/record"
            params={{ jobId: jobAddress(id) }}
          >
            {words.record}
          </RouterButton>
        )}
        <RefreshButton onRefresh={onRefresh} />
      </CommandBar>
      <CancelState {...{ reasonId, service, job, request }} text={line.text} />
    </>
  );
}
