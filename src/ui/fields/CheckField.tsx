import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

const useStyles = makeStyles({
  // Fluent mutes what is not ticked, as if it could not be.
  root: {
    '& .fui-Checkbox__input:enabled:not(:checked) ~ .fui-Checkbox__label': {
      color: tokens.colorNeutralForeground1,
    },
  },
});

export interface CheckFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
}

/** A yes or no, wired to the form, in full contrast whether it is ticked or not. */
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
