import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobOf, vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import type { CommvaultVmDetails } from '#src/api/commvault/vms.ts';
import { SourceState } from '#src/datasources/commvault-vm/instance/SourceState.tsx';
import { VmStatus } from '#src/datasources/commvault-vm/VmStatus.tsx';
import { gib } from '#src/lib/bytes.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { FactGrid } from '#src/ui/instance/FactGrid.tsx';
import { FactsPanel } from '#src/ui/instance/FactsPanel.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = commvaultInstance.facts;
const { heads } = commvaultLists.vms;

export interface VmFactsProps {
  readonly vm: CommvaultVmDetails;
  /** Undefined: not read. */
  readonly points: readonly CommvaultPoint[] | undefined;
}

/** What is protected, and what a CommServe reports of it. */
export function VmFacts({ vm, points }: VmFactsProps) {
  const { host = '' } = vmOf(vm.id) ?? {};
  const timeOf = (at: Instant | null) => (at === null ? common.notReported : dateTimeText(at));
  return (
    <FactsPanel>
      <FactGrid
        facts={[
          [heads.status, <VmStatus key="status" status={vm.status} />],
          [words.host, host],
          [heads.hypervisor, vm.hypervisor?.name ?? common.notReported],
          [heads.group, vm.group?.name ?? common.notReported],
          [heads.plan, vm.planName ?? common.notReported],
          [heads.lastBackup, timeOf(vm.lastBackupAt)],
          [words.lastJob, <LastJob key="job" id={vm.lastJobId} />],
          [instance.facts.points, points === undefined ? common.notRead : countText(points.length)],
          [instance.facts.oldest, timeOf(vm.oldestPointAt)],
          [words.restore, either(vm.isRestoreEnabled, words.enabled, words.disabled)],
          [words.passkey, either(vm.needsPasskey, words.required, words.notRequired)],
          [instance.facts.size, vm.sizeBytes === null ? common.notReported : gib(vm.sizeBytes)],
          [instance.facts.os, vm.os ?? common.notReported],
          [words.guid, vm.guid],
          [instance.facts.source, <SourceState key="source" host={host} guid={vm.guid} />],
        ]}
      />
    </FactsPanel>
  );
}

const either = (is: boolean | null, yes: string, no: string): string =>
  is === null ? common.notReported : is ? yes : no;

function LastJob({ id }: { readonly id: ResourceId | null }): ReactNode {
  const job = jobOf(id ?? '');
  if (id === null || job === null) return common.notReported;
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
      {job.name}
    </RouterLink>
  );
}
