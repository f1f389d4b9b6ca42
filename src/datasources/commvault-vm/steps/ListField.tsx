import { type ReactNode, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { Control } from 'react-hook-form';
import { commvaultTransitions } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { suggestedIn, WHY } from '#src/datasources/commvault-vm/prefill.ts';
import { keysOf } from '#src/lib/data.ts';
import { wizard } from '#src/strings/wizard.ts';
import { focusField } from '#src/ui/dom.ts';
import { SuggestedContext } from '#src/ui/fields/FieldRow.tsx';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import { SelectField, type SelectFieldProps } from '#src/ui/fields/SelectField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { type Read, readHint } from '#src/wizard/read.ts';

/** What the fields of a step are given. */
export interface FieldsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
}

/** What all fields of a step have. */
export const sharedBy = ({ view, control }: FieldsProps) =>
  ({ control, ...errorWords(view), placeholder: wizard.choose }) as const;

interface FilledInProps {
  readonly view: CommvaultView;
  readonly children: ReactNode;
}

/** Marks the fields that hold a suggestion, each with its reason and a way to clear it. */
export function FilledIn({ view, children }: FilledInProps) {
  const { draft, shown } = view;
  const { id } = draft;
  // One text, so that a key in another field draws no field anew.
  const key = suggestedIn(draft.choices, shown).join(' ');
  const marks = useMemo(() => {
    const held = keysOf(WHY).filter((field) => key.split(' ').includes(field));
    return {
      reasons: new Map(held.map((field) => [field, WHY[field]])),
      onClear: (field: string) => {
        // The field is empty before the focus goes to it.
        flushSync(() => changeChoices(commvaultTransitions, id, { [field]: null }));
        focusField(field);
      },
    };
  }, [key, id]);
  return <SuggestedContext value={marks}>{children}</SuggestedContext>;
}

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
