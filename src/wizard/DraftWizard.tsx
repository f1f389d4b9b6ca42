import { wizard } from '#src/strings/wizard.ts';
import { outcomeOf, planLine, planSentence } from '#src/wizard/draft/outcome.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { elsewhereText } from '#src/wizard/draft/elsewhere-text.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';
import { targetText } from '#src/wizard/draft/place-text.ts';
import type { SentPlan } from '#src/wizard/submitted/SentFacts.tsx';
import { stepStates } from '#src/wizard/flow.ts';
import { lostSearch } from '#src/wizard/submit/lost-search.ts';
import { NotUsed } from '#src/wizard/NotUsed.tsx';
import type { PlanProps } from '#src/wizard/PlanParts.tsx';
import { StepFrame } from '#src/wizard/StepFrame.tsx';
import { AcceptedPanel } from '#src/wizard/submitted/AcceptedPanel.tsx';
import { SubmissionPanel } from '#src/wizard/submitted/SubmissionPanel.tsx';
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
      plan={step === 'review' ? null : planOf(view, onStep)}
      sent={
        <SubmissionPanel
          draft={draft}
          plan={sentPlan(view)}
          onJob={onJob}
          searchFor={(attempt) => lostSearch(draft, attempt)}
          renderAccepted={(operation) => <AcceptedPanel operation={operation} />}
        />
      }
    >
      <StepFrame key={step} step={step} states={states} view={view} goTo={onStep} />
    </WizardFrame>
  );
}

/** Words for what was sent; null until the machine is read again after a reload. */
function sentPlan(view: DraftView): SentPlan | null {
  if (known(view.reads.instance) === undefined) return null;
  return { sentence: planSentence(view), target: targetText(view) };
}

function planOf(view: DraftView, goTo: PlanProps['goTo']): PlanProps {
  const { lost } = outcomeOf(view);
  const { settled } = view;
  return {
    sentence: planSentence(view),
    line: planLine(view),
    lost,
    settled,
    goTo,
    renderNotUsed: (leadsTo) => <NotUsed view={view} goTo={leadsTo} />,
  };
}

function aboutOf(view: DraftView): string[] {
  const item = known(view.reads.instance);
  if (item === undefined) return [];
  return [item.friendlyName, item.resourceGroup, item.vaultName, ...elsewhereText(view)];
}
