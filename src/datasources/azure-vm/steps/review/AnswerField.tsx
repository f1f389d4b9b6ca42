import { SelectField, type SelectFieldProps } from '#src/ui/fields/SelectField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

type AnswerFieldProps = Omit<SelectFieldProps<DraftChoices>, 'isStacked'>;

/** The field for the answer to a question, in an entry of the findings. */
export function AnswerField(props: AnswerFieldProps) {
  return <SelectField {...props} isStacked />;
}
