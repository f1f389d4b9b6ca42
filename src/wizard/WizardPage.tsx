import { makeStyles } from '@fluentui/react-components';
import { type ComponentType, useState, useSyncExternalStore } from 'react';
import { focusField } from '#src/ui/focus-field.ts';
import { DraftTroublePage } from '#src/wizard/DraftTroublePage.tsx';
import { isStepId } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { draftState, onDraftChange } from '#src/wizard/draft/store.ts';
import { NoSuchStep } from '#src/wizard/NoSuchStep.tsx';
import { WIZARDS } from '#src/wizard/registry.tsx';

const useStyles = makeStyles({
  // There only to be noticed when another wizard has come.
  wizard: { display: 'contents' },
});

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
  const styles = useStyles();
  const state = useSyncExternalStore(onDraftChange, () => draftState(draftId));
  const kind = (state.draft.ok && state.draft.value.choices.datasource) || 'azure-vm';
  const hasChanged = useHasChanged(kind);
  if (!state.draft.ok) return <DraftTroublePage draftId={draftId} state={state} />;
  if (!isStepId(step)) return <NoSuchStep onFirst={() => onStep('datasource')} />;
  const { value: draft } = state.draft;
  const Wizard = WIZARDS[kind];
  return (
    <div key={kind} ref={hasChanged ? keepFocus : undefined} className={styles.wizard}>
      <Wizard draft={draft} trouble={state.trouble} {...{ step, onStep, onJob, ToJob }} />
    </div>
  );
}

/** Whether a value has become another one since it was first drawn. */
function useHasChanged(value: string): boolean {
  const [seen, setSeen] = useState({ value, hasChanged: false });
  if (seen.value !== value) setSeen({ value, hasChanged: true });
  return seen.hasChanged;
}

/** The wizard in which the datasource was pressed is gone, and the focus with it: it goes on there. */
function keepFocus(drawn: HTMLElement | null): void {
  if (drawn !== null && document.activeElement === document.body) focusField('datasource');
}
