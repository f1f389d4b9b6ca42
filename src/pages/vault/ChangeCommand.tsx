import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { CrossSubscriptionState } from '#src/model/recovery-services.ts';
import { vaults } from '#src/strings/vaults.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';

const COMMANDS = {
  enabled: 'enable',
  disabled: 'disable',
  permanentlyDisabled: 'permanentlyDisable',
} as const;

export interface ChangeCommandProps {
  readonly wanted: CrossSubscriptionState;
  readonly vault: string;
  readonly subscription: string;
  /** The text that says why it cannot be pressed now. */
  readonly reasonId: string | undefined;
  readonly onConfirm: () => void;
}

/** A command that asks back; what cannot be undone is confirmed by typing the vault's name. */
export function ChangeCommand(props: ChangeCommandProps) {
  const [typed, setTyped] = useState('');
  const command = COMMANDS[props.wanted];
  const words = vaults.confirm[command];
  return (
    <ConfirmDialog
      command={
        <Button disabledFocusable={props.reasonId !== undefined} aria-describedby={props.reasonId}>
          {vaults.crossSubscription[command]}
        </Button>
      }
      title={words.title}
      keep={words.keep}
      confirm={words.go}
      canConfirm={command !== 'permanentlyDisable' || typed === props.vault}
      onConfirm={props.onConfirm}
      onTurn={() => setTyped('')}
    >
      <span>{words.body(props.vault, props.subscription)}</span>
      {command !== 'enable' && <span>{vaults.confirm.moving(props.subscription)}</span>}
      {command === 'permanentlyDisable' && (
        <Field label={<TypeThis name={props.vault} />}>
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} autoComplete="off" />
        </Field>
      )}
    </ConfirmDialog>
  );
}

/** What to type, the name set apart from the words around it. */
function TypeThis({ name }: { readonly name: string }) {
  return (
    <span>
      {vaults.confirm.typeBefore}
      <strong>{name}</strong>
      {vaults.confirm.typeAfter}
    </span>
  );
}
