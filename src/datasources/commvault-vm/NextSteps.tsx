import { shownCommvaultSteps } from '#src/datasources/commvault-vm/next-steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { NotMentioned, NextStepList } from '#src/wizard/next-steps/NextStepList.tsx';
import { StepReads } from '#src/wizard/next-steps/afterwards.tsx';

interface NextStepsProps {
  readonly id: ResourceId;
  /** Null: not found. */
  readonly machineId: ResourceId | null;
  /** Reads the steps alone, for a record. */
  readonly isReadAlone?: boolean;
}

/** What is left to do after a restore by Commvault. */
export function NextSteps({ id, machineId, isReadAlone = false }: NextStepsProps) {
  const draft = draftOfJob(id);
  const steps = shownCommvaultSteps(machineId, draft?.nextSteps ?? null);
  if (isReadAlone) return <StepReads jobId={id} steps={steps} />;
  return (
    <NextStepList
      jobId={id}
      steps={steps}
      note={draft === null ? words.elsewhere : undefined}
      renderAction={() => null}
    >
      <NotMentioned />
    </NextStepList>
  );
}
