import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { type Draft, isSent } from '#src/wizard/draft/schema.ts';
import type { DraftState } from '#src/wizard/draft/store.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { StepId } from '#src/rules/step-of.ts';
import { viewOf } from '#src/wizard/draft/view.ts';
import { stepStates } from '#src/wizard/flow.ts';
import { PlanPanel } from '#src/wizard/PlanPanel.tsx';
import { StepFrame } from '#src/wizard/StepFrame.tsx';
import { StepList } from '#src/wizard/StepList.tsx';
import { SubmissionPanel } from '#src/wizard/SubmissionPanel.tsx';
import { WizardHeader } from '#src/wizard/WizardHeader.tsx';
import { useReads } from '#src/wizard/use-reads.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
  body: {
    display: 'flex',
    flex: '1 1 auto',
    minHeight: 0,
    '@media (max-width: 1023px)': { flexDirection: 'column', overflowY: 'auto' },
  },
  sent: { flex: '1 1 auto', padding: tokens.spacingHorizontalXXL, overflowY: 'auto' },
});

export interface DraftWizardProps {
  readonly draft: Draft;
  readonly trouble: DraftState['trouble'];
  readonly step: StepId;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

/** The frame around the steps: where one is, how each step stands, and the plan. */
export function DraftWizard({ draft, trouble, step, onStep, onJob, ToJob }: DraftWizardProps) {
  const styles = useStyles();
  const view = viewOf(draft, useReads(draft.choices));
  const states = stepStates(view.settled);
  const jobId = draft.submission.state === 'job' ? draft.submission.jobId : null;
  return (
    <div className={styles.root}>
      {jobId !== null && <ToJob jobId={jobId} />}
      <WizardHeader view={view} isStored={trouble === null} />
      {trouble !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{wizard.draftInTab[trouble]}</MessageBarBody>
        </MessageBar>
      )}
      {isSent(draft.submission) ? (
        <div className={styles.sent}>
          <SubmissionPanel view={view} onJob={onJob} />
        </div>
      ) : (
        <>
          <StepList current={step} states={states} goTo={onStep} />
          <div className={styles.body}>
            <StepFrame key={step} step={step} states={states} view={view} goTo={onStep} />
            {step !== 'review' && <PlanPanel view={view} goTo={onStep} />}
          </div>
        </>
      )}
    </div>
  );
}
