import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import type { WizardProps } from '#src/datasources/datasource.ts';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';
import { PlanLine } from '#src/wizard/plan/PlanLine.tsx';
import { PlanPanel } from '#src/wizard/plan/PlanPanel.tsx';
import type { PlanProps } from '#src/wizard/plan/PlanParts.tsx';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/styles.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { StepList } from '#src/wizard/steps/StepList.tsx';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { NameLink } from '#src/ui/links.tsx';

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
  saved: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface WizardFrameProps extends Omit<WizardProps, 'onJob'> {
  readonly title: string;
  /** What is being restored, and where it is kept. */
  readonly about: readonly string[];
  readonly steps: readonly StepNow[];
  /** What will happen, as far as it is chosen; null where the step says it itself. */
  readonly plan: PlanProps | null;
  /** The step that one is at, or what became of the press of Restore. */
  readonly children: ReactNode;
}

/** What is around the steps of every datasource: the header, the list of steps, and what was sent. */
export function WizardFrame(props: WizardFrameProps) {
  const styles = useStyles();
  const { draft, trouble, step, steps, plan, onStep, ToJob } = props;
  // The password of a script is in the memory of this tab alone.
  const isSecretHere = draft.task === 'recoverFiles' && isSent(draft.submission);
  const jobId = draft.submission.state === 'job' ? draft.submission.jobId : null;
  return (
    <div className={styles.root}>
      {jobId !== null && <ToJob jobId={jobId} />}
      <WizardHeader
        title={props.title}
        crumb={wizard.crumb[draft.task ?? 'restore']}
        about={props.about}
        changedAt={draft.changedAt}
        isSafe={trouble === null && !isSecretHere}
      />
      {trouble !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{wizard.draftInTab[trouble]}</MessageBarBody>
        </MessageBar>
      )}
      {isSent(draft.submission) ? (
        <div className={styles.sent}>{props.children}</div>
      ) : (
        <>
          <StepList current={step} visited={draft.visited} steps={steps} goTo={onStep} />
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

interface WizardHeaderProps {
  readonly title: string;
  readonly crumb: string;
  /** What is being restored, and where it is kept; empty while it is not selected. */
  readonly about: readonly string[];
  /** When the draft was changed last. */
  readonly changedAt: number;
  /** Whether all of it is in the browser's storage, so that the tab may be closed. */
  readonly isSafe: boolean;
}

/** What is being restored, and that nothing of it can be lost. */
const WizardHeader = memo(function WizardHeader({
  title,
  crumb,
  about,
  changedAt,
  isSafe,
}: WizardHeaderProps) {
  const styles = useStyles();
  const saved = wizard.draftStored(momentText(instant(changedAt), now()));
  return (
    <PageHeader
      title={title}
      crumbs={[
        <NameLink key="instances" to="/instances">
          {common.backupInstances}
        </NameLink>,
        crumb,
      ]}
      subtitle={about.length === 0 ? undefined : about.map(textInSentence).join(' · ')}
      actions={isSafe ? <span className={styles.saved}>{saved}</span> : undefined}
    />
  );
});
