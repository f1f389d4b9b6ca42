import { vmAfterwards } from '#src/datasources/azure-vm/job/afterwards.ts';
import { stepCommands } from '#src/datasources/azure-vm/next-steps/commands.ts';
import { CommandList } from '#src/datasources/azure-vm/next-steps/CommandList.tsx';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { actionKindOf, isOfLeftovers } from '#src/datasources/azure-vm/next-steps/offers.ts';
import { NotMentioned } from '#src/wizard/next-steps/NotMentioned.tsx';
import { OfferedAction } from '#src/datasources/azure-vm/next-steps/OfferedAction.tsx';
import { shownSteps, type VmShownStep } from '#src/datasources/azure-vm/next-steps/shown-steps.ts';
import { type GroundOfJob, useGround } from '#src/datasources/azure-vm/next-steps/use-ground.ts';
import { sentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { useAfterwards } from '#src/wizard/next-steps/use-afterwards.ts';
import { StepReads } from '#src/wizard/next-steps/StepReads.tsx';
import { StepList } from '#src/wizard/next-steps/StepList.tsx';

export interface VmNextStepsProps extends Pick<GroundOfJob, 'id' | 'job' | 'group' | 'disks'> {
  /** Reads the steps alone, for a record. */
  readonly isReadAlone?: boolean;
}

/** What is left to do after the restore of a VM (document 000, Post-restore steps). */
export function VmNextSteps({ id, job, group, disks, isReadAlone = false }: VmNextStepsProps) {
  const lines = useAfterwards(id, AFTER);
  const sent = sentRestore(id);
  const ground = useGround({ id, job, sent, group, disks, lines });
  if (ground === null) return null;
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
