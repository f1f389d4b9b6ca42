import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import { restoredDisksQuery } from '#src/api/queries/restored.ts';
import { DiskWork } from '#src/datasources/azure-vm/disks/DiskWork.tsx';
import { networkOf } from '#src/datasources/azure-vm/disks/network-of.ts';
import { sentPlace } from '#src/datasources/azure-vm/disks/sent-place.ts';
import type { JobTaskProps } from '#src/datasources/job.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

/**
 * What is done with the disks that a restore has left: a VM of them, or another VM's disks (documents 000 and
 * 002). The disks are read from Azure, not from the job.
 */
export function DisksPage({ id, job }: JobTaskProps) {
  const target = reportedTarget(job);
  const sent = sentPlace(id);
  const query = useQuery(restoredDisksQuery(id, target, sent?.subscriptionId));
  if (target === null) return <EmptyState title={words.noTarget}>{words.noTargetBody}</EmptyState>;
  return (
    <Loaded query={query} problemOf={problemOf} what={words.what}>
      {({ group, disks }) => (
        <DiskWork
          jobId={id}
          machineName={target.machine ?? target.source}
          sourceName={target.source}
          group={group}
          disks={disks}
          point={sent?.point ?? null}
          networkId={networkOf(group, job, sent?.subnetId ?? null)}
          subnetId={sent?.subnetId ? resourceId(sent.subnetId) : null}
        />
      )}
    </Loaded>
  );
}
