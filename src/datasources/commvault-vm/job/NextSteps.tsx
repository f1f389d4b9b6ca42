import { shownSteps } from '#src/datasources/commvault-vm/job/steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { NotMentioned } from '#src/wizard/next-steps/NotMentioned.tsx';
import { StepList } from '#src/wizard/next-steps/StepList.tsx';

export interface NextStepsProps {
  readonly id: ResourceId;
  /** Null: not found. */
  readonly machineId: ResourceId | null;
}

/** What is left to do after a restore by Commvault. */
export function NextSteps({ id, machineId }: NextStepsProps) {
  const draft = draftOfJob(id);
  return (
    <StepList
      jobId={id}
      steps={shownSteps(machineId, draft?.nextSteps ?? null)}
      note={draft === null ? words.elsewhere : undefined}
      renderAction={() => null}
    >
      <NotMentioned />
    </StepList>
  );
}
