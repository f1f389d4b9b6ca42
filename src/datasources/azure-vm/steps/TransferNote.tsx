import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Notice } from '#src/ui/Notice.tsx';
import { jobAddress } from '#src/api/arm/address.ts';
import { backupOfPointQuery } from '#src/api/queries/running-restores.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { transferTask } from '#src/model/points.ts';
import { transfer as words } from '#src/strings/transfer.ts';
import { TaskStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RefreshButton } from '#src/ui/RefreshButton.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { changeChoices } from '#src/datasources/azure-vm/choices/transitions.ts';
import type { Untransferred } from '#src/datasources/azure-vm/steps/transfer.ts';

export interface TransferNoteProps extends Untransferred {
  readonly draftId: string;
  readonly instance: string;
}

/** A point that isn't in the vault yet: how its transfer stands, its job, and the older point that works. */
export function TransferNote({ draftId, instance, point, older }: TransferNoteProps) {
  const client = useQueryClient();
  const { time } = point;
  const backup = useQuery({
    ...backupOfPointQuery(resourceId(instance), time ?? instant(0)),
    enabled: time !== null,
  });
  return (
    <Notice intent="warning" title={words.title(time === null ? point.name : dateTimeText(time))}>
      <p>{words.body}</p>
      <div role="status">
        {backup.data === undefined ? (
          <span>
            {backup.error === null ? words.reading : words.notRead(problemOf(backup.error).message)}
          </span>
        ) : (
          <Backup job={backup.data} />
        )}
      </div>
      {older !== undefined && older.time !== null && (
        <div>
          <LinkButton onClick={() => changeChoices(draftId, { point: older.name })}>
            {words.older(dateTimeText(older.time))}
          </LinkButton>
        </div>
      )}
      <RefreshButton onRefresh={() => void client.refetchQueries({ type: 'active' })} />
    </Notice>
  );
}

function Backup({ job }: { readonly job: JobDetails | null }) {
  if (job === null) return <span>{words.noJob}</span>;
  const task = transferTask(job);
  const { startedAt } = job;
  return (
    <>
      {task === undefined ? (
        <span>{words.noTask}</span>
      ) : (
        <span>
          {words.task(task.name)} <TaskStatusBadge status={task.status} />
        </span>
      )}{' '}
      {task?.status === 'completed' && <span>{words.completed}</span>}
      <div>
        <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(job.id) }}>
          {words.job(startedAt === null ? job.name : dateTimeText(startedAt))}
        </RouterLink>
      </div>
    </>
  );
}
