import { Checkbox } from '@fluentui/react-components';
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form';

export interface CheckFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, boolean | null>;
  readonly label: string;
}

/** A yes or no, wired to the form. */
export function CheckField<Values extends FieldValues>(props: CheckFieldProps<Values>) {
  const { field } = useController({ control: props.control, name: props.name });
  return (
    <Checkbox
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
