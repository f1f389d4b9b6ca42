import { Checkbox } from '@fluentui/react-components';
import { type Control, useController } from 'react-hook-form';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

export interface TickProps {
  readonly control: Control<DraftChoices>;
  readonly name: 'consequenceRead' | 'warningsRead';
  /** What is ticked, word for word. */
  readonly label: string;
}

/** A tick that something was read, before Restore. */
export function Tick({ control, name, label }: TickProps) {
  const { field } = useController({ control, name });
  return (
    <Checkbox
      id={field.name}
      ref={field.ref}
      name={field.name}
      checked={field.value}
      onChange={(_, { checked }) => field.onChange(checked === true)}
      label={label}
    />
  );
}
