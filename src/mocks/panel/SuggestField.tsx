import { Field, Input, useId } from '@fluentui/react-components';
import type { Offer } from '#src/mocks/another-user-choices.ts';

interface SuggestFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  /** What fits what was typed; the browser lists it. */
  readonly offers: readonly Offer[];
  readonly value: string;
  /** Called on focus, to read the suggestions again. */
  readonly onFocus: () => void;
  readonly onChange: (value: string) => void;
}

/** Text with the browser's own list of what fits. */
export function SuggestField(props: SuggestFieldProps) {
  const listId = useId('offers');
  return (
    <Field label={props.label} size="small" hint={props.hint} validationMessage={props.problem}>
      {(field) => (
        <>
          <Input
            {...field}
            list={listId}
            autoComplete="off"
            value={props.value}
            onFocus={props.onFocus}
            onChange={(_, { value }) => props.onChange(value)}
          />
          <datalist id={listId}>
            {props.offers.map(({ value, about }) => (
              <option key={value} value={value}>
                {about}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
