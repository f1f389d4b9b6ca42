import { optionsInRegion } from '#src/datasources/azure-vm/candidates.ts';
import { type DraftView, withChoice } from '#src/datasources/azure-vm/model.ts';
import { STEP_FIELDS } from '#src/rules/fields.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ExplanationBlock, UnknownFact } from '#src/ui/explanation.tsx';
import { Status } from '#src/ui/Status.tsx';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { FieldOptions } from '#src/ui/fields/option.tsx';
import { errorWords, judgeValue, reasonOf } from '#src/wizard/explain/findings.ts';
import { unknownFact } from '#src/wizard/explain/unknown.ts';
import { readHint } from '#src/wizard/read.ts';
import { clauseOf } from '#src/wizard/steps/flow.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = wizard.network;

/** Who may reach the restored disks; asked only for machines whose disks have private access. */
export function NetworkAccessPanel({ view, formId, onNext, goTo }: PanelProps<DraftView>) {
  const form = useStepForm('network-access', view);
  const { control } = form;
  const clause = clauseOf({ fields: STEP_FIELDS['network-access'] }, view.settled);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      {clause.state === 'notNeeded' && (
        <>
          <Status tone="done">{words.notNeeded}</Status>
          <ExplanationBlock
            explanation={{
              reasons: [reasonOf(clause.rule, { ...view, choices: view.settled.choices })],
              instead: null,
            }}
          />
        </>
      )}
      {clause.state === 'notChecked' && (
        <>
          <Status tone="unknown">{words.notChecked}</Status>
          <UnknownFact unknown={unknownFact(clause.fact, view, goTo)} />
        </>
      )}
      {clause.state !== 'notNeeded' && (
        <>
          <ChoiceField
            control={control}
            name="diskAccess"
            label={words.label}
            {...errorWords(view)}
            options={[
              { value: 'same', label: words.same },
              { value: 'public', label: words.public, warning: publicWarning(view) },
              { value: 'private', label: words.private },
            ]}
          />
          {view.shown.diskAccess === 'private' && (
            <SelectField
              control={control}
              name="diskAccessId"
              label={words.diskAccess}
              required
              {...errorWords(view)}
              placeholder={wizard.choose}
              hint={readHint(view.reads.diskAccesses)}
              {...diskAccessOptions(view)}
            />
          )}
        </>
      )}
    </StepForm>
  );
}

/** The warning about public access; undefined while it isn't selected. */
function publicWarning({ settled }: DraftView): string | undefined {
  const found = settled.verdicts.find(
    ({ rule, state }) => rule.id === 'network.public.warn' && state === 'speaks',
  );
  return found && sayOf(found.rule);
}

/** The disk accesses of the region, those without an approved endpoint with their reason. */
function diskAccessOptions(view: DraftView): FieldOptions {
  return {
    options: optionsInRegion(view, view.reads.diskAccesses),
    judge: (id) => judgeValue(withChoice(view, { diskAccessId: id }), 'diskAccessId', id),
  };
}
