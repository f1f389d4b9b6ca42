import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type RefCallback, useId, useState } from 'react';
import { permissionsQuery } from '#src/api/authorization.ts';
import { allows } from '#src/model/roles.ts';
import type { CrossSubscriptionState, Vault } from '#src/model/vaults.ts';
import { vaults } from '#src/strings/vaults.ts';
import { Status } from '#src/ui/Status.tsx';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { Name } from '#src/ui/Name.tsx';

const words = vaults.crossSubscription;

/** What a role must allow (the operations list of Recovery Services). */
const WRITE = 'Microsoft.RecoveryServices/vaults/write';

const ORDER = ['enabled', 'disabled', 'permanentlyDisabled'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface CommandsProps {
  readonly vault: Vault;
  readonly subscription: string;
  readonly isRunning: boolean;
  /** Told of each command when it comes and before it goes. */
  readonly keepFocus: RefCallback<HTMLDivElement>;
  readonly onChange: (wanted: CrossSubscriptionState) => void;
}

/** The states that the vault can be put into. Where none can be pressed it says why beside them. */
export function Commands(props: CommandsProps) {
  const styles = useStyles();
  const { vault, subscription, isRunning, keepFocus, onChange } = props;
  const reasonId = useId();
  const permissions = useQuery(permissionsQuery(vault.id));
  // Roles that aren't read forbid nothing: then Azure decides.
  const isForbidden = permissions.data !== undefined && !allows(permissions.data, WRITE);
  const reason = isForbidden ? words.forbidden(WRITE) : isRunning ? words.busy : null;
  return (
    <div role="group" aria-label={words.commands} className={styles.root}>
      <div className={styles.buttons}>
        {ORDER.filter((state) => state !== vault.crossSubscriptionRestore).map((state) => (
          <div key={state} ref={keepFocus}>
            <ChangeCommand
              wanted={state}
              vault={vault.name}
              subscription={subscription}
              reasonId={reason === null ? undefined : reasonId}
              onConfirm={() => onChange(state)}
            />
          </div>
        ))}
      </div>
      {reason !== null && (
        <span id={reasonId}>
          <Status tone={isForbidden ? 'unknown' : 'waiting'}>{reason}</Status>
        </span>
      )}
    </div>
  );
}

const COMMANDS = {
  enabled: 'enable',
  disabled: 'disable',
  permanentlyDisabled: 'permanentlyDisable',
} as const;

interface ChangeCommandProps {
  readonly wanted: CrossSubscriptionState;
  readonly vault: string;
  readonly subscription: string;
  /** The text that says why it cannot be pressed now. */
  readonly reasonId: string | undefined;
  readonly onConfirm: () => void;
}

/** A command that asks back; what cannot be undone is confirmed by typing the vault's name. */
function ChangeCommand(props: ChangeCommandProps) {
  const [typed, setTyped] = useState('');
  const command = COMMANDS[props.wanted];
  const confirmWords = vaults.confirm[command];
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button
          {...opens}
          disabledFocusable={props.reasonId !== undefined}
          aria-describedby={props.reasonId}
        >
          {vaults.crossSubscription[command]}
        </Button>
      )}
      title={confirmWords.title}
      keep={confirmWords.keep}
      confirm={confirmWords.go}
      canConfirm={command !== 'permanentlyDisable' || typed === props.vault}
      onConfirm={props.onConfirm}
      onTurn={() => setTyped('')}
    >
      <span>{confirmWords.body(props.vault, props.subscription)}</span>
      {command !== 'enable' && <span>{vaults.confirm.moving(props.subscription)}</span>}
      {command === 'permanentlyDisable' && (
        <Field label={<TypeThis name={props.vault} />}>
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} autoComplete="off" />
        </Field>
      )}
    </ConfirmDialog>
  );
}

/** What to type, the name set apart from the confirmWords around it. */
function TypeThis({ name }: { readonly name: string }) {
  return (
    <span>
      {vaults.confirm.typeBefore}
      <strong>
        <Name isName>{name}</Name>
      </strong>
      {vaults.confirm.typeAfter}
    </span>
  );
}
