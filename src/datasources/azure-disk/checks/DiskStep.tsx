import { mergeClasses } from '@fluentui/react-components';
import type { StepCheck } from '#src/model/next-steps.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { StepState } from '#src/wizard/next-steps/StepState.tsx';
import type { Marks } from '#src/wizard/next-steps/use-marks.ts';

export interface DiskStepProps {
  readonly jobId: string;
  readonly id: string;
  /** What to do, for a button of many. */
  readonly text: string;
  readonly check: StepCheck | null;
  readonly marks: Marks;
}

/** How far one step after the restore of a disk is. */
export function DiskStep({ marks, ...step }: DiskStepProps) {
  const { id, text } = step;
  const { column, close } = useCommonStyles();
  return (
    <div className={mergeClasses(column, close)}>
      <StepState {...step} marks={marks.of(id)} onMark={(isDone) => marks.mark(id, text, isDone)} />
    </div>
  );
}
