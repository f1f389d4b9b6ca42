import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { isSent } from '#src/wizard/draft/submission.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftState } from '#src/wizard/draft/store.ts';
import type { StepStates } from '#src/wizard/flow.ts';
import { PlanLine } from '#src/wizard/PlanLine.tsx';
import { PlanPanel } from '#src/wizard/PlanPanel.tsx';
import type { PlanProps } from '#src/wizard/PlanParts.tsx';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/room.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { StepList } from '#src/wizard/StepList.tsx';
import { WizardHeader } from '#src/wizard/WizardHeader.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  body: {
    display: 'flex',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexDirection: 'column', flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  sent: {
    flex: '1 1 auto',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

/** What the wizard of every datasource is given. */
export interface DraftWizardProps {
  readonly draft: Draft;
  readonly trouble: DraftState['trouble'];
  readonly step: StepId;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

export interface WizardFrameProps extends Omit<DraftWizardProps, 'onJob'> {
  readonly title: string;
  /** What is being restored, and where it is kept. */
  readonly about: readonly string[];
  readonly states: StepStates;
  /** What the steps are titled, where not as those of a machine. */
  readonly names?: Readonly<Record<StepId, string>>;
  /** What is shown once Restore was pressed. */
  readonly sent: ReactNode;
  /** What will happen, as far as it is chosen; null where the step says it itself. */
  readonly plan: PlanProps | null;
  /** The step that one is at. */
  readonly children: ReactNode;
}

/** What is around the steps of every datasource: the header, the list of steps, and what was sent. */
export function WizardFrame(props: WizardFrameProps) {
  const styles = useStyles();
  const { draft, trouble, step, states, names, plan, onStep, ToJob } = props;
  const jobId = draft.submission.state === 'job' ? draft.submission.jobId : null;
  return (
    <div className={styles.root}>
      {jobId !== null && <ToJob jobId={jobId} />}
      <WizardHeader
        title={props.title}
        about={props.about}
        changedAt={draft.changedAt}
        isStored={trouble === null}
      />
      {trouble !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{wizard.draftInTab[trouble]}</MessageBarBody>
        </MessageBar>
      )}
      {isSent(draft.submission) ? (
        <div className={styles.sent}>{props.sent}</div>
      ) : (
        <>
          <StepList current={step} states={states} goTo={onStep} {...(names && { names })} />
          <div className={styles.body}>
            {plan !== null && <Spoken text={plan.sentence} />}
            {plan !== null && <PlanLine {...plan} />}
            {props.children}
            {plan !== null && <PlanPanel {...plan} />}
          </div>
        </>
      )}
    </div>
  );
}
