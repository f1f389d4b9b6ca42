import { flow } from '#src/strings/commvault-restore.ts';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { COMMVAULT_FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultSourceOf } from '#src/datasources/commvault-vm/reads.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { TableControls } from '#src/wizard/steps/TableControls.tsx';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.field;

/** What else the job does. */
export function OptionsPanel({ view, formId, onNext }: PanelProps<CommvaultView>) {
  const form = useStepForm('options', view);
  const { control } = form;
  const isNew = view.shown.cv === 'out-of-place';
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <CheckField control={control} name="powerOn" label={words.powerOn} />
      {isNew && <CheckField control={control} name="overwrite" label={words.overwrite} />}
      <p>{hintOf(view)}</p>
      <CheckField control={control} name="notify" label={words.notify} />
      <TableControls table={COMMVAULT_FIELDS} step="options" view={view} control={control} />
    </StepForm>
  );
}

/** What is deleted; in place nothing of a VM that is gone. */
function hintOf({ shown, reads }: CommvaultView): string {
  if (shown.cv === 'out-of-place') return flow.hint.deletes;
  return commvaultSourceOf(reads).isGone === true
    ? flow.hint.inPlaceGone
    : flow.hint.inPlaceOverwrites;
}
