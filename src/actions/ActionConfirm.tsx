import { Button } from '@fluentui/react-components';
import { type Resolver, type ResolverError, useForm } from 'react-hook-form';
import { actions as words } from '#src/strings/actions.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';

interface Confirmation {
  confirmName: string | null;
}

const NO_ERRORS: Record<string, never> = {};
const WRONG_NAME: ResolverError<Confirmation> = {
  values: {},
  errors: { confirmName: { type: 'validate', message: 'wrongName' } },
};

export interface ActionConfirmProps {
  readonly name: string;
  readonly label: string;
  readonly reason: string | null;
  readonly onConfirmed: () => void;
}

/** The name, typed, and the button: nothing starts by one careless press. */
export function ActionConfirm({ name, label, reason, onConfirmed }: ActionConfirmProps) {
  const { column } = useCommonStyles();
  const resolver: Resolver<Confirmation> = (typed) =>
    typed.confirmName === name ? { values: typed, errors: NO_ERRORS } : WRONG_NAME;
  const { control, handleSubmit } = useForm<Confirmation>({
    defaultValues: { confirmName: null },
    resolver,
  });
  const submit = handleSubmit(() => {
    if (reason === null) onConfirmed();
  });
  return (
    <form noValidate className={column} onSubmit={(event) => void submit(event)}>
      <TextField
        control={control}
        name="confirmName"
        label={words.confirmName(name)}
        required
        errorText={() => words.wrongName(name)}
      />
      {reason !== null && <span role="status">{reason}</span>}
      <Button type="submit" appearance="primary" disabledFocusable={reason !== null}>
        {label}
      </Button>
    </form>
  );
}
