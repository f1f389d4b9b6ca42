import { type ComponentType, Suspense, useSyncExternalStore } from 'react';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';
import { DraftTroublePage } from '#src/wizard/DraftTroublePage.tsx';
import { isStepId } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { NoSuchStep } from '#src/wizard/NoSuchStep.tsx';
import { wizardOf } from '#src/wizard/registry.tsx';

export interface WizardPageProps {
  readonly draftId: string;
  /** The last part of the address; anything may be typed there. */
  readonly step: string;
  readonly onStep: GoTo;
  readonly onJob: (jobId: string) => void;
  /** Leaves for the job's own address when it is drawn. */
  readonly ToJob: ComponentType<{ readonly jobId: string }>;
}

/** The wizard at a draft's address, or why there is none. */
export function WizardPage({ draftId, step, onStep, onJob, ToJob }: WizardPageProps) {
  const state = useSyncExternalStore(onDraftChange, () => draftState(draftId));
  if (!state.draft.ok) return <DraftTroublePage draftId={draftId} state={state} />;
  if (!isStepId(step)) return <NoSuchStep onFirst={() => onStep('datasource')} />;
  const { value: draft } = state.draft;
  const Wizard = wizardOf(draft.choices);
  return (
    <Suspense fallback={<SkeletonRows what={diskFlow.wizard} />}>
      <Wizard draft={draft} trouble={state.trouble} {...{ step, onStep, onJob, ToJob }} />
    </Suspense>
  );
}
