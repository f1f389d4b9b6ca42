import { Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import {
  type Control,
  type FieldPath,
  type FieldValues,
  useController,
  useFormState,
} from 'react-hook-form';
import { FieldRow, type FieldTexts, RefusedWhy } from '#src/ui/fields/FieldRow.tsx';
import type { FoundErrors } from '#src/ui/fields/StepForm.tsx';

interface TextInputProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  /** What to type, as long as nothing is. */
  readonly placeholder?: string | undefined;
}

interface TextFieldProps<Values extends FieldValues> extends FieldTexts, TextInputProps<Values> {
  readonly required?: boolean;
  /** It stands in a bar, beside its button. */
  readonly isInline?: boolean;
}

/** A typed value, wired to the form; an emptied field is "not chosen". */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { control, name, placeholder, isInline = false } = props;
  const errors: FoundErrors = useFormState({ control, name, exact: true }).errors;
  const message = errors[name]?.message;
  const code = typeof message === 'string' ? message : undefined;
  return (
    <>
      <FieldRow
        name={props.name}
        label={props.label}
        hint={props.hint}
        required={props.required ?? false}
        isInline={isInline}
        error={code === undefined ? undefined : props.errorText(code)}
      >
        <TextInput control={control} name={name} placeholder={placeholder} />
      </FieldRow>
      <RefusedWhy label={props.label} code={code} explainError={props.explainError} />
    </>
  );
}

/** All that a key draws anew. */
function TextInput<Values extends FieldValues>({
  control,
  name,
  placeholder,
}: TextInputProps<Values>) {
  const { field } = useController({ control, name });
  return (
    <Input
      id={field.name}
      ref={field.ref}
      name={field.name}
      value={field.value ?? ''}
      placeholder={placeholder}
      onChange={(_, { value }) => field.onChange(value === '' ? null : value)}
      onBlur={field.onBlur}
    />
  );
}

const useStyles = makeStyles({
  // Fluent mutes a cleared check box as if it were disabled.
  root: {
    '& .fui-Checkbox__input:enabled:not(:checked) ~ .fui-Checkbox__label': {
      color: tokens.colorNeutralForeground1,
    },
  },
});

interface CheckFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
}

/** A check box wired to the form, in full contrast whether it is selected or not. */
export function CheckField<Values extends FieldValues>(props: CheckFieldProps<Values>) {
  const styles = useStyles();
  const { field } = useController({ control: props.control, name: props.name });
  return (
    <Checkbox
      className={styles.root}
      id={field.name}
      ref={field.ref}
      name={field.name}
      label={props.label}
      checked={field.value === true}
      onChange={(_, { checked }) => field.onChange(checked === true)}
      onBlur={field.onBlur}
    />
  );
}
