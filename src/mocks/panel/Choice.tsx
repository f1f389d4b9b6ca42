import { Field } from '@fluentui/react-components';
import { useId } from 'react';
import { Select } from '#src/ui/fields/Select.tsx';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a short list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId();
  const entries = props.options.map(({ value, text }) => ({
    value,
    label: text,
    isRefused: false,
    content: text,
  }));
  return (
    <Field label={props.label} size="small" validationMessage={props.problem}>
      {(field) => (
        <Select
          {...field}
          id={id}
          chosen={entries.find(({ value }) => value === props.value) ?? null}
          entries={() => entries}
          onChoose={(chosen) => {
            const next = props.options.find(({ value }) => value === chosen);
            if (next !== undefined) props.onChange(next.value);
          }}
        />
      )}
    </Field>
  );
}
