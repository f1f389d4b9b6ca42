import { sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { NeedsInstance } from '#src/wizard/azure-disks/steps/NeedsInstance.tsx';
import { useDiskForm } from '#src/wizard/azure-disks/use-disk-form.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { diskErrorWords, judgeMode } from '#src/wizard/azure-disks/words.ts';
import { readHint } from '#src/wizard/draft/read-options.ts';
import { known } from '#src/wizard/draft/reads.ts';

const words = diskFlow.parameters;

/** Where the new disk goes, and what it is called. */
export function ParametersPanel({ view, formId, onNext, goTo }: DiskStepProps) {
  const form = useDiskForm('configuration', view);
  const { control } = form;
  const { reads, draft } = view;
  if (draft.choices.instance === null) {
    return <NeedsInstance title={words.needsInstance} goTo={goTo} {...{ formId, form, onNext }} />;
  }
  const shared = {
    control,
    required: true,
    placeholder: wizard.choose,
    ...diskErrorWords,
  } as const;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={control}
        name="diskMode"
        label={words.mode}
        {...diskErrorWords}
        options={[
          { value: 'ALR', label: words.alternate },
          { value: 'OLR', label: words.original },
        ]}
        judge={(mode) => judgeMode(view, mode)}
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
