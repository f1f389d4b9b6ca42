import type { CommvaultVmStatus } from '#src/api/commvault/vms.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const TONES: Readonly<Record<CommvaultVmStatus, Tone>> = {
  protected: 'done',
  notProtected: 'failed',
  pending: 'waiting',
  backedUpWithErrors: 'warning',
  unknown: 'unknown',
};

/** Whether a VM is backed up. */
export function VmStatus({ status }: { readonly status: CommvaultVmStatus }) {
  return <Status tone={TONES[status]}>{commvaultLists.vms.statuses[status]}</Status>;
}
