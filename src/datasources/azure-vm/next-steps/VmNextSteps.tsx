import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { onRecords } from '#src/actions/record.ts';
import { machineQuery } from '#src/api/queries/targets.ts';
import { vmAfterwards } from '#src/datasources/azure-vm/job/afterwards.ts';
import { stepCommands } from '#src/datasources/azure-vm/next-steps/commands.ts';
import { CommandList } from '#src/datasources/azure-vm/next-steps/CommandList.tsx';
import { type Ground, groundOf } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { actionKindOf, isOfLeftovers } from '#src/datasources/azure-vm/next-steps/offers.ts';
import { itemMadeAfter } from '#src/datasources/azure-vm/next-steps/order.ts';
import { NotMentioned } from '#src/wizard/next-steps/NotMentioned.tsx';
import { OfferedAction } from '#src/datasources/azure-vm/next-steps/OfferedAction.tsx';
import { shownSteps, type VmShownStep } from '#src/datasources/azure-vm/next-steps/shown-steps.ts';
import { sentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { OsType } from '#src/model/recovery-services.ts';
import type { RestoredDisk } from '#src/model/restore.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { useAfterwards } from '#src/wizard/next-steps/use-afterwards.ts';
import { StepReads } from '#src/wizard/next-steps/StepReads.tsx';
import { StepList } from '#src/wizard/next-steps/StepList.tsx';

export interface VmNextStepsProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  /** The resource group of what was read back; null: nothing was. */
  readonly group: ResourceId | null;
  /** The disks that were read back; null: none were. */
  readonly disks: readonly RestoredDisk[] | null;
  /** Reads the steps alone, for a record. */
  readonly isReadAlone?: boolean;
}

/** What is left to do after the restore of a VM (document 000, Post-restore steps). */
export function VmNextSteps({ id, job, group, disks, isReadAlone = false }: VmNextStepsProps) {
  const lines = useAfterwards(id, AFTER);
  const sent = sentRestore(id);
  const known = groundOf({ job, osType: osTypeOf(disks), sent, group, lines });
  const system = useMachineSystem(known);
  const itemId = useSyncExternalStore(onRecords, () => itemMadeAfter(id));
  if (known === null) return null;
  const ground = { ...known, osType: known.osType ?? system, itemId };
  const steps = shownSteps(ground, sent?.nextSteps ?? null);
  if (steps.length === 0) return null;
  if (isReadAlone) return <StepReads jobId={id} steps={steps} />;
  return (
    <StepList
      jobId={id}
      steps={steps}
      note={sent === null ? words.elsewhere : sent.source === null ? words.unreadSource : undefined}
      renderAction={(step, seen, isVerified) => (
        <Offer jobId={id} {...{ step, seen, isVerified, ground }} />
      )}
    >
      {ground.kind !== 'replaceDisks' && ground.machineId !== null && <NotMentioned />}
    </StepList>
  );
}

/** The system of the disk that has one; null: none does, or it doesn't say. */
function osTypeOf(disks: readonly RestoredDisk[] | null): OsType | null {
  const system = disks?.find(({ osType }) => osType !== null)?.osType?.toLowerCase();
  return system === 'linux' ? 'Linux' : system === 'windows' ? 'Windows' : null;
}

/** The system that the VM of a restore reports; asked only where nothing else tells it. */
function useMachineSystem(ground: Ground | null): OsType | null {
  const machineId = ground?.machineId ?? null;
  const { data } = useQuery({
    ...machineQuery(machineId ?? resourceId('')),
    enabled: machineId !== null && ground?.osType === null,
  });
  return data?.osType ?? null;
}

const AFTER = { afterwards: vmAfterwards };

interface OfferProps {
  readonly jobId: ResourceId;
  readonly step: VmShownStep;
  readonly seen: readonly string[];
  readonly isVerified: boolean;
  readonly ground: Ground;
}

/** What is offered for one step: an action, or commands. The pages of restored disks stand above the steps. */
function Offer({ jobId, step, seen, isVerified, ground }: OfferProps) {
  const kind = actionKindOf(step.id, ground);
  return kind === null ? (
    <>
      <CommandList commands={stepCommands(step.id, ground, seen)} />
      {isOfLeftovers(step.id) && <RouterLink to="/leftovers">{common.leftovers}</RouterLink>}
    </>
  ) : (
    <OfferedAction
      jobId={jobId}
      stepId={step.id}
      kind={kind}
      ground={ground}
      found={seen.map(resourceId)}
      isVerified={isVerified}
    />
  );
}
