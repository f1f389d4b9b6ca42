import type { FieldOption } from '#src/ui/fields/option.tsx';
import type { Control } from 'react-hook-form';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { wizard } from '#src/strings/wizard.ts';
import { SelectField, type SelectFieldProps } from '#src/ui/fields/SelectField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { type Read, readHint } from '#src/wizard/reads/read.ts';

/** What the fields of a step are given. */
export interface FieldsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
}

/** What all fields of a step have. */
export const sharedBy = ({ view, control }: FieldsProps) =>
  ({ control, ...errorWords(view), placeholder: wizard.choose }) as const;

interface ListFieldProps
  extends
    FieldsProps,
    Pick<
      SelectFieldProps<DraftChoices>,
      'name' | 'label' | 'required' | 'hint' | 'refusedBy' | 'judge'
    > {
  /** What it is chosen from: the hint says why that is empty or not whole. */
  readonly list: Read<readonly unknown[]>;
  readonly options: readonly FieldOption[];
  /** What stands for no choice; left out: something has to be chosen. */
  readonly none?: string;
}

/** A choice from what was read. */
export function ListField({ view, control, list, options, none, hint, ...field }: ListFieldProps) {
  return (
    <SelectField
      {...field}
      {...sharedBy({ view, control })}
      {...(none !== undefined && { placeholder: none })}
      hint={readHint(list) ?? hint}
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
    />
  );
}
