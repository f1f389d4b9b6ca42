import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readStepsAgain } from '#src/api/queries/step-checks.ts';
import { isStepDone, isWork, storedStatus } from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { type ShownStep, StepItem } from '#src/wizard/next-steps/StepItem.tsx';
import { useMarks } from '#src/wizard/next-steps/use-marks.ts';

const useStyles = makeStyles({
  // On paper nothing can be pressed.
  root: { '@media print': { '& button': { display: 'none' } } },
});

export interface StepListProps<Step extends ShownStep> {
  readonly jobId: string;
  readonly steps: readonly Step[];
  /** Above the steps. */
  readonly note?: string | undefined;
  /** What can be done about a step here; `seen`: what the latest read found. */
  readonly renderAction: (step: Step, seen: readonly string[], isVerified: boolean) => ReactNode;
  /** Below the steps. */
  readonly children?: ReactNode;
}

/** The next steps of a restore, each with its status. A change by hand is read out. */
export function StepList<Step extends ShownStep>({
  jobId,
  steps,
  note,
  renderAction,
  children,
}: StepListProps<Step>) {
  const styles = useStyles();
  const { column, plainList, second } = useCommonStyles();
  const client = useQueryClient();
  const marks = useMarks(jobId);
  const work = steps.filter(({ id }) => isWork(id));
  const done = work.filter(({ id }) => isStepDone(storedStatus(marks.of(id))));
  return (
    <section aria-label={words.title} className={mergeClasses(column, styles.root)}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {note !== undefined && <span>{note}</span>}
      {work.length > 0 && (
        <span className={second}>{words.progress(done.length, work.length)}</span>
      )}
      <SpokenNow label={words.title} parts={{ said: marks.notice }} />
      {steps.some(({ check }) => check !== null) && (
        <Button size="small" onClick={() => void readStepsAgain(client)}>
          {words.checkAll}
        </Button>
      )}
      <ul className={plainList} aria-label={words.steps}>
        {steps.map((step) => (
          <StepItem
            key={step.id}
            jobId={jobId}
            step={step}
            marks={marks.of(step.id)}
            onMark={(isDone) => marks.mark(step.id, step.text, isDone)}
            renderAction={(seen, isVerified) => renderAction(step, seen, isVerified)}
          />
        ))}
      </ul>
      {children}
    </section>
  );
}
