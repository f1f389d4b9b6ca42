import type { CommvaultJobDetails } from '#src/api/commvault/jobs/job.ts';
import { deletionAt } from '#src/datasources/commvault-vm/job/kill.ts';
import type { MadeVmRead } from '#src/datasources/commvault-vm/job/use-made-vm.ts';
import { commvaultJob } from '#src/strings/commvault/job.ts';
import { Notice } from '#src/ui/Notice.tsx';

const words = commvaultJob.afterwards;

export interface AfterDeletionProps {
  readonly job: CommvaultJobDetails;
  readonly read: MadeVmRead;
}

/** What became of the VM that a restore deletes first, where it failed or was killed. */
export function AfterDeletion({ job, read: { vm } }: AfterDeletionProps) {
  const { status, task, stage, itemName } = job;
  const isBad = status === 'failed' || status === 'cancelled';
  const deletion = deletionAt(stage);
  const isInPlace = task.isInPlace === true;
  if (!isBad || !(isInPlace || task.overwrites === true) || deletion === 'before') return null;
  const name = task.newName ?? itemName;
  if (!isInPlace) {
    return (
      <Notice intent="warning" title={words.overwroteTitle(name)}>
        {vm?.isThere === false ? words.noneThere : afterwards(vm?.isThere)}
      </Notice>
    );
  }
  const isSure = deletion === 'deleted' || deletion === 'madeAnew';
  return (
    <Notice
      intent="error"
      title={isSure || vm?.isThere === false ? words.title(name) : words.maybeTitle(name)}
    >
      {afterwards(vm?.isThere)}
    </Notice>
  );
}

/** Undefined: not read; null: read and not certain. */
function afterwards(isThere: boolean | null | undefined): string {
  if (isThere === undefined) return words.unread;
  if (isThere === null) return commvaultJob.result.unknown;
  return isThere ? words.there : words.gone;
}
