import { Button } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import { wizard } from '#src/strings/wizard.ts';
import { StepForm, type SteppedForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

export interface NeedsInstanceProps {
  readonly title: string;
  readonly goTo: GoTo;
  readonly formId: string;
  readonly form: SteppedForm<DraftChoices>;
  readonly onNext: () => void;
}

/** A step that has no fields before a backup instance is selected: what Next refuses leads to that step. */
export function NeedsInstance({ title, goTo, formId, form, onNext }: NeedsInstanceProps) {
  const elsewhere = (): boolean => {
    goTo('instance', 'instance');
    return true;
  };
  return (
    <StepForm id={formId} form={{ ...form, elsewhere }} onNext={onNext}>
      <EmptyState title={title}>
        <Button onClick={() => goTo('instance')}>{wizard.point.goToInstance}</Button>
      </EmptyState>
    </StepForm>
  );
}
