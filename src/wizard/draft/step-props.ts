import type { StepId } from '#src/rules/step-of.ts';
import type { StepField } from '#src/wizard/draft/step-ids.ts';
import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** The request that Restore would send, as text. */
export interface RequestPreview {
  /** Those sent just before it, which start nothing: method and address. */
  readonly before: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export type GoTo = (step: StepId, field?: StepField) => void;

/** Where a step has no fields before a machine is chosen: what Next names there leads to the machines. */
export const toInstance = (goTo: GoTo) => (): boolean => {
  goTo('instance', 'instance');
  return true;
};

/** What every step's panel is given. */
export interface StepProps {
  readonly view: DraftView;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  /** Called when the step's form holds nothing that a rule refuses. */
  readonly onNext: () => void;
  /** Goes to a step; to one of its fields when it is named. */
  readonly goTo: GoTo;
  /** Null while something that the request needs is not chosen; `reading` while Azure is asked. */
  readonly preview: () => RequestPreview | 'reading' | null;
  /** What the list before a restore is made from; read at Review only. */
  readonly preflight: Preflight;
}
