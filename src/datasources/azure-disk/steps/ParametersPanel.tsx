import { sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { DiskStepProps } from '#src/datasources/azure-disk/step-props.ts';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { errorWords, judgeValue } from '#src/wizard/explain/findings.ts';
import { known, readHint } from '#src/wizard/reads/read.ts';

const words = diskFlow.parameters;

/** Where the new disk goes, and what it is called. */
export function ParametersPanel({ view, formId, onNext, goTo }: DiskStepProps) {
  const form = useStepForm('configuration', view);
  const { control } = form;
  const { reads, draft } = view;
  if (draft.choices.instance === null) {
    return <NeedsInstance title={words.needsInstance} goTo={goTo} {...{ formId, form, onNext }} />;
  }
  const shared = {
    control,
    required: true,
    placeholder: wizard.choose,
    ...errorWords(view),
  } as const;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={control}
        name="diskMode"
        label={words.mode}
        {...errorWords(view)}
        options={[
          { value: 'ALR', label: words.alternate },
          { value: 'OLR', label: words.original },
        ]}
        judge={(mode) => judgeValue(view, 'diskMode', mode === 'OLR' ? 'OLR' : 'ALR')}
      />
      <SelectField
        {...shared}
        name="subscription"
        label={words.subscription}
        hint={readHint(reads.subscriptions)}
        options={(known(reads.subscriptions) ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
          remark: id,
        }))}
      />
      <SelectField
        {...shared}
        name="rg"
        label={words.rg}
        hint={readHint(reads.groups)}
        options={groupOptions(view)}
      />
      <TextField
        {...shared}
        name="diskName"
        label={words.diskName}
        hint={reads.diskNames.state === 'known' ? undefined : readHint(reads.diskNames)}
      />
    </StepForm>
  );
}

/** The groups of the target subscription; that of the source says so. */
function groupOptions({ reads }: DiskView): FieldOption[] {
  const source = known(reads.instance)?.sourceDiskId ?? '';
  return (known(reads.groups) ?? []).map(({ id, name, region }) => ({
    value: name,
    label: name,
    remark: sameId(id, source.split('/providers/')[0]) ? words.ownGroup : region,
  }));
}
