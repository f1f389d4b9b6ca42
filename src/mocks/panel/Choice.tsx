import { Dropdown, Field, Option } from '@fluentui/react-components';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a short list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const chosen = props.options.find(({ value }) => value === props.value);
  return (
    <Field label={props.label} size="small" validationMessage={props.problem}>
      <Dropdown
        size="small"
        selectedOptions={[props.value]}
        value={chosen?.text ?? ''}
        onOptionSelect={(_, { optionValue }) => {
          const next = props.options.find(({ value }) => value === optionValue);
          if (next !== undefined) props.onChange(next.value);
        }}
      >
        {props.options.map(({ value, text }) => (
          <Option key={value} value={value}>
            {text}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
