import type { CommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { afterDeletion } from '#src/datasources/commvault-vm/job/kill.ts';
import type { MadeVmRead } from '#src/datasources/commvault-vm/job/use-made-vm.ts';
import { Notice } from '#src/ui/Notice.tsx';

export interface AfterDeletionProps {
  readonly job: CommvaultJobDetails;
  readonly read: MadeVmRead;
}

/** What became of the VM that a restore deletes first, where it failed or was killed. */
export function AfterDeletion({ job, read: { vm } }: AfterDeletionProps) {
  const after = afterDeletion(job, vm?.isThere);
  if (after === null) return null;
  return (
    <Notice intent={after.intent} title={after.title}>
      {after.body}
    </Notice>
  );
}
