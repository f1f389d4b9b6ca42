import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import type { CrossSubscriptionState } from '#src/model/recovery-services.ts';
import { vaults } from '#src/strings/vaults.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

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

/**
 * A command with the question whether it is meant; what cannot be undone is confirmed by typing the
 * vault's name. The way back comes first.
 */
export function ChangeCommand(props: ChangeCommandProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const command = COMMANDS[props.wanted];
  const words = vaults.confirm[command];
  const isTyped = command !== 'permanentlyDisable' || typed === props.vault;
  const open = (next: boolean) => {
    setTyped('');
    setIsOpen(next);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isTyped) return;
    open(false);
    props.onConfirm();
  };
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, data) => open(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button disabledFocusable={props.reasonId !== undefined} aria-describedby={props.reasonId}>
          {vaults.crossSubscription[command]}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{words.body(props.vault, props.subscription)}</span>
              {command !== 'enable' && <span>{vaults.confirm.moving(props.subscription)}</span>}
              {command === 'permanentlyDisable' && (
                <Field label={<TypeThis name={props.vault} />}>
                  <Input
                    value={typed}
                    onChange={(_, { value }) => setTyped(value)}
                    autoComplete="off"
                  />
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button type="button">{words.keep}</Button>
              </DialogTrigger>
              <Button type="submit" appearance="primary" disabledFocusable={!isTyped}>
                {words.go}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
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
