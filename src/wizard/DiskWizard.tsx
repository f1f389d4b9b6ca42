import type { StepId } from '#src/rules/step-of.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { prerequisitesOf } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import { validationFact } from '#src/wizard/azure-disks/checks/stand.ts';
import { useDiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import {
  diskTargetText,
  diskPlanLine,
  diskPlanSentence,
  lostWrites,
} from '#src/wizard/azure-disks/plan.ts';
import { hasBadName, withoutPrerequisites } from '#src/wizard/azure-disks/refusals.ts';
import { diskRestoreOf } from '#src/wizard/azure-disks/restore.ts';
import { NO_NETWORK } from '#src/wizard/azure-disks/states.ts';
import { lostDiskSearch } from '#src/wizard/azure-disks/submit/lost-search.ts';
import { type DiskView, diskView } from '#src/wizard/azure-disks/view.ts';
import { DiskStep } from '#src/wizard/DiskStep.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { type StepStates, stepStates } from '#src/wizard/flow.ts';
import type { PlanProps } from '#src/wizard/PlanParts.tsx';
import { AcceptedDiskPanel } from '#src/wizard/submitted/AcceptedDiskPanel.tsx';
import type { SentPlan } from '#src/wizard/submitted/SentFacts.tsx';
import { SubmissionPanel } from '#src/wizard/submitted/SubmissionPanel.tsx';
import { useDiskReads } from '#src/wizard/use-disk-reads.ts';
import { type DraftWizardProps, WizardFrame } from '#src/wizard/WizardFrame.tsx';

/** The wizard of a managed disk: the same six steps as a machine's, at the same addresses. */
export function DiskWizard(props: DraftWizardProps) {
  const { draft, step, onStep, onJob } = props;
  const reads = useDiskReads(draft.choices);
  const validation = useDiskValidation(draft.id, diskRestoreOf(draft.choices, reads), {
    prerequisites: prerequisitesOf(reads, draft.choices),
    at: reads.at,
  });
  const view = diskView(draft, reads, validationFact(validation));
  const states = diskStates(view);
  return (
    <WizardFrame
      {...props}
      title={diskFlow.title}
      about={aboutOf(view)}
      names={diskFlow.step}
      states={states}
      plan={step === 'review' ? null : planOf(view, onStep)}
      sent={
        <SubmissionPanel
          draft={draft}
          plan={sentPlan(view)}
          onJob={onJob}
          searchFor={(attempt) => lostDiskSearch(draft, attempt)}
          renderAccepted={(operation) => (
            <AcceptedDiskPanel instance={draft.choices.instance ?? ''} operation={operation} />
          )}
        />
      }
    >
      <DiskStep key={step} {...{ step, states, view, validation, goTo: onStep }} />
    </WizardFrame>
  );
}

/** Words for what was sent; null until the disk is read again after a reload. */
function sentPlan(view: DiskView): SentPlan | null {
  if (known(view.reads.instance) === undefined) return null;
  return { sentence: diskPlanSentence(view), target: diskTargetText(view) };
}

function planOf(view: DiskView, goTo: PlanProps['goTo']): PlanProps {
  return {
    sentence: diskPlanSentence(view),
    line: diskPlanLine(view),
    lost: lostWrites(view),
    settled: withoutPrerequisites(view.settled),
    goTo,
  };
}

function aboutOf({ reads }: DiskView): string[] {
  const instance = known(reads.instance);
  if (instance === undefined) return [];
  return [instance.friendlyName, instance.resourceGroup, instance.vaultName];
}

/** How each step stands. No rule hides Network access by itself: a disk's restore has no such fields. */
function diskStates(view: DiskView): StepStates {
  const { review } = stepStates(view.settled);
  const states = stepStates(withoutPrerequisites(view.settled));
  const isBad = hasBadName(view.draft.choices);
  const configuration: StepStates[StepId] = isBad ? { state: 'blocked' } : states.configuration;
  return {
    ...states,
    configuration,
    'network-access': { state: 'notNeeded', clause: NO_NETWORK },
    review: isBad ? { state: 'todo' } : review,
  };
}
