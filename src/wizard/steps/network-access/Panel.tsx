import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { Status } from '#src/ui/Status.tsx';
import { clauseOf } from '#src/wizard/draft/step-clause.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { explain, sayRule } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';

const words = wizard.network;

/** Who may reach the restored disks; asked only for machines whose disks have private access. */
export function NetworkAccessPanel({ view, formId, onNext }: StepProps) {
  const { control, handleSubmit } = useStepForm('network-access', view);
  const clause = clauseOf('network-access', view.settled);
  const machine = known(view.reads.instance)?.friendlyName;
  return (
    <form id={formId} onSubmit={(event) => void handleSubmit(onNext)(event)} noValidate>
      {clause.state === 'notNeeded' && (
        <>
          <Status tone="done">{words.notNeeded}</Status>
          <ExplanationBlock
            explanation={{
              reasons: [
                {
                  ...explain(clause.rule),
                  facts: machine === undefined ? [] : [words.noPrivateDisk(machine)],
                },
              ],
              instead: null,
            }}
          />
        </>
      )}
      {clause.state === 'notChecked' && <Status tone="unknown">{words.notChecked}</Status>}
      {clause.state !== 'notNeeded' && (
        <ChoiceField
          control={control}
          name="diskAccess"
          label={words.label}
          errorText={sayRule}
          options={[
            { value: 'same', label: words.same },
            { value: 'public', label: words.public },
            { value: 'private', label: words.private, blockedBecause: words.privateLater },
          ]}
        />
      )}
    </form>
  );
}
