import { Input } from '@fluentui/react-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import { RefusedWhy } from '#src/ui/fields/RefusedWhy.tsx';

export interface TextFieldProps<Values extends FieldValues> extends FieldTexts {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly required?: boolean;
}

/** A typed value, wired to the form; an emptied field is "not chosen". */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const code = fieldState.error?.message;
  return (
    <>
      <FieldRow
        label={props.label}
        hint={props.hint}
        required={props.required ?? false}
        error={code === undefined ? undefined : props.errorText(code)}
      >
        <Input
          id={field.name}
          ref={field.ref}
          name={field.name}
          value={field.value ?? ''}
          onChange={(_, { value }) => field.onChange(value === '' ? null : value)}
          onBlur={field.onBlur}
        />
      </FieldRow>
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
    </>
  );
}
