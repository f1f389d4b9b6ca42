import { diskFlow } from '#src/strings/disk-flow.ts';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { DiskStepProps } from '#src/datasources/azure-disk/step-props.ts';
import { STEPS_OF_DISK } from '#src/datasources/azure-disk/steps/steps.ts';
import { explainRules } from '#src/wizard/explain/findings.ts';
import { ReviewForm } from '#src/wizard/review/RestoreButton.tsx';
import { stepStates } from '#src/wizard/steps/flow.ts';

/** A disk has no network settings: shows the clause that makes it so. */
export function NetworkPanel({ view, formId, onNext }: DiskStepProps) {
  const step = stepStates(STEPS_OF_DISK, view).find(({ id }) => id === 'network-access');
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      <Status tone="done">{diskFlow.network.notNeeded}</Status>
      <p>{diskFlow.network.body}</p>
      {step?.state.state === 'notNeeded' && (
        <ExplanationBlock explanation={explainRules(view, [step.state.clause])} />
      )}
    </>
  );
}
