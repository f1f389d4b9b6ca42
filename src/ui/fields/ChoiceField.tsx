import { Radio, RadioGroup } from '@fluentui/react-components';
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import type { SelectOption } from '#src/ui/fields/SelectField.tsx';

export interface ChoiceFieldProps<Values extends FieldValues> extends FieldTexts {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, string | null>;
  readonly options: readonly SelectOption[];
  readonly required?: boolean;
}

/** A choice of a few, all in view, wired to the form. A blocked one says why and takes no press. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const choose = (value: string) => {
    const option = props.options.find((one) => one.value === value);
    if (option?.blockedBecause === undefined) field.onChange(value);
  };
  const code = fieldState.error?.message;
  return (
    <FieldRow
      label={props.label}
      hint={props.hint}
      required={props.required ?? false}
      error={code === undefined ? undefined : props.errorText(code)}
    >
      <RadioGroup
        name={field.name}
        value={field.value ?? ''}
        onChange={(_, { value }) => choose(value)}
        onBlur={field.onBlur}
      >
        {props.options.map((option, index) => (
          <Radio
            key={option.value}
            ref={index === 0 ? field.ref : null}
            value={option.value}
            label={radioLabel(option)}
            aria-disabled={option.blockedBecause !== undefined}
          />
        ))}
      </RadioGroup>
    </FieldRow>
  );
}

function radioLabel({ label, remark, blockedBecause }: SelectOption): string {
  const second = blockedBecause ?? remark;
  return second === undefined ? label : `${label}. ${second}`;
}
