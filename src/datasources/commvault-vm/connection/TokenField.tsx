import { Input } from '@fluentui/react-components';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';

export interface TokenFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
}

/** A secret that is typed or pasted: no one reads it here, and no browser keeps it. */
export function TokenField({ id, name, label, hint, error }: TokenFieldProps) {
  return (
    <FieldRow label={label} hint={hint} error={error}>
      <Input id={id} name={name} type="password" autoComplete="off" spellCheck={false} />
    </FieldRow>
  );
}
