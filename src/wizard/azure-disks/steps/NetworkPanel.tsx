import { diskFlow } from '#src/strings/disk-flow.ts';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { Status } from '#src/ui/Status.tsx';
import { NO_NETWORK } from '#src/wizard/azure-disks/states.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { explainDiskRule } from '#src/wizard/azure-disks/words.ts';

/** Nothing is asked here for a disk, and that is said with the clause that makes it so. */
export function NetworkPanel({ formId, onNext }: DiskStepProps) {
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Status tone="done">{diskFlow.network.notNeeded}</Status>
      <p>{diskFlow.network.body}</p>
      <ExplanationBlock explanation={explainDiskRule(NO_NETWORK)} />
    </form>
  );
}
