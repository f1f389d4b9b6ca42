import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

const useStyles = makeStyles({
  // Fluent mutes a cleared check box as if it were disabled.
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
