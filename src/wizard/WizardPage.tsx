import { useSyncExternalStore } from 'react';
import { DraftTroublePage } from '#src/wizard/DraftTroublePage.tsx';
import type { StepId } from '#src/wizard/draft/step-ids.ts';
import { draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { DraftWizard } from '#src/wizard/DraftWizard.tsx';

export interface WizardPageProps {
  readonly draftId: string;
  readonly step: StepId;
  readonly onStep: (step: StepId) => void;
  readonly onJob: (jobId: string) => void;
}

/** The wizard at a draft's address, or why there is none. */
export function WizardPage({ draftId, ...rest }: WizardPageProps) {
  const state = useSyncExternalStore(onDraftChange, () => draftState(draftId));
  return state.draft.ok ? (
    <DraftWizard draft={state.draft.value} trouble={state.trouble} {...rest} />
  ) : (
    <DraftTroublePage draftId={draftId} state={state} />
  );
}
