import { Button } from '@fluentui/react-components';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { StepForm, type SteppedForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { type GoTo, toInstance } from '#src/wizard/draft/step-props.ts';

export interface NeedsInstanceProps {
  readonly title: string;
  readonly goTo: GoTo;
  readonly formId: string;
  readonly form: SteppedForm<DraftChoices>;
  readonly onNext: () => void;
}

/** A step that has nothing to show before a disk is chosen, and the way there. */
export function NeedsInstance({ title, goTo, formId, form, onNext }: NeedsInstanceProps) {
  return (
    <StepForm id={formId} form={form} onNext={onNext} elsewhere={toInstance(goTo)}>
      <EmptyState title={title}>
        <Button onClick={() => goTo('instance')}>{diskFlow.point.goToInstance}</Button>
      </EmptyState>
    </StepForm>
  );
}
