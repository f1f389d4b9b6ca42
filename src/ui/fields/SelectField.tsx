import { Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import { StatusIcon } from '#src/ui/Status.tsx';

/** An entry of a list. One that cannot be chosen stays readable, with the reason. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly remark?: string | undefined;
  readonly blockedBecause?: string | undefined;
}

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  remark: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface SelectFieldProps<Values extends FieldValues> extends FieldTexts {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, string | null>;
  readonly options: readonly SelectOption[];
  readonly placeholder: string;
  readonly required?: boolean;
}

/** A choice from a list that Azure gave, wired to the form. */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const styles = useStyles();
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const chosen = props.options.find(({ value }) => value === field.value);
  const choose = (value: string | undefined) => {
    const option = props.options.find((one) => one.value === value);
    if (option !== undefined && option.blockedBecause === undefined) field.onChange(option.value);
  };
  const code = fieldState.error?.message;
  return (
    <FieldRow
      label={props.label}
      hint={props.hint}
      required={props.required ?? false}
      error={code === undefined ? undefined : props.errorText(code)}
    >
      <Dropdown
        ref={field.ref}
        name={field.name}
        placeholder={props.placeholder}
        value={chosen?.label ?? ''}
        selectedOptions={chosen === undefined ? [] : [chosen.value]}
        onOptionSelect={(_, { optionValue }) => choose(optionValue)}
        onBlur={field.onBlur}
      >
        {props.options.map((option) => (
          <Option
            key={option.value}
            value={option.value}
            text={option.label}
            aria-disabled={option.blockedBecause !== undefined}
          >
            <span className={styles.option}>
              <span>{option.label}</span>
              <OptionRemark option={option} className={styles.remark} />
            </span>
          </Option>
        ))}
      </Dropdown>
    </FieldRow>
  );
}

function OptionRemark({ option, className }: { option: SelectOption; className: string }) {
  const remark = option.blockedBecause ?? option.remark;
  if (remark === undefined) return null;
  return (
    <span className={className}>
      {option.blockedBecause !== undefined && <StatusIcon tone="impossible" />}
      <span>{remark}</span>
    </span>
  );
}
