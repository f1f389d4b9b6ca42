import { instancePages } from '#src/api/recovery-services/items.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { SearchedInstances } from '#src/wizard/steps/InstanceRows.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import { machineTable } from '#src/datasources/azure-vm/steps/instance/machine-table.ts';
import { regionOptions } from '#src/datasources/azure-vm/steps/instance/region-options.ts';
import { SecondaryList } from '#src/datasources/azure-vm/steps/instance/SecondaryList.tsx';

const pages = (search: string) => instancePages({ ...EVERYTHING, search }, BY_NAME);

/** Which backup instance to restore, and in which of the two regions of its vault. */
export function InstancePanel({ view, formId, onNext }: PanelProps<DraftView>) {
  const form = useStepForm('instance', view);
  const { control } = form;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={control}
        name="regionView"
        label={wizard.region.label}
        {...errorWords(view)}
        {...regionOptions(view)}
      />
      {view.shown.regionView === 'secondary' ? (
        <SecondaryList view={view} control={control} />
      ) : (
        <SearchedInstances
          view={view}
          control={control}
          pages={pages}
          words={wizard.instance}
          {...machineTable(view)}
        />
      )}
    </StepForm>
  );
}
