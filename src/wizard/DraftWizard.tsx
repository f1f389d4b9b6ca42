import { wizard } from '#src/strings/wizard.ts';
import { outcomeOf, planSentence } from '#src/wizard/draft/outcome.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { secondaryText } from '#src/wizard/draft/secondary-text.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';
import { stepStates } from '#src/wizard/flow.ts';
import { lostSearch } from '#src/wizard/lost-search.ts';
import { PlanPanel } from '#src/wizard/PlanPanel.tsx';
import { StepFrame } from '#src/wizard/StepFrame.tsx';
import { SubmissionPanel } from '#src/wizard/SubmissionPanel.tsx';
import { AcceptedPanel } from '#src/wizard/AcceptedPanel.tsx';
import { LostPanel } from '#src/wizard/LostPanel.tsx';
import { useReads } from '#src/wizard/use-reads.ts';
import { type DraftWizardProps, WizardFrame } from '#src/wizard/WizardFrame.tsx';

/** The wizard of a machine: its steps, and the plan beside them. */
export function DraftWizard(props: DraftWizardProps) {
  const { draft, step, onStep, onJob } = props;
  const view = viewOf(draft, useReads(draft.choices));
  const states = stepStates(view.settled);
  return (
    <WizardFrame
      {...props}
      title={wizard.title}
      about={aboutOf(view)}
      states={states}
      sent={
        <SubmissionPanel
          draft={draft}
          onJob={onJob}
          renderAccepted={(operation) => <AcceptedPanel operation={operation} />}
          renderLost={(sent) => (
            <LostPanel
              draftId={draft.id}
              search={lostSearch(view, sent)}
              isReadable={known(view.reads.instance) !== undefined}
            />
          )}
        />
      }
    >
      <StepFrame key={step} step={step} states={states} view={view} goTo={onStep} />
      {step !== 'review' && (
        <PlanPanel
          sentence={planSentence(view)}
          lost={outcomeOf(view).lost}
          settled={view.settled}
          goTo={onStep}
        />
      )}
    </WizardFrame>
  );
}

function aboutOf(view: DraftView): string[] {
  const item = known(view.reads.instance);
  if (item === undefined) return [];
  return [item.friendlyName, item.resourceGroup, item.vaultName, ...secondaryText(view)];
}
