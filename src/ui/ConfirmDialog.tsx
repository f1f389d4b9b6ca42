import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  type DialogTriggerProps,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, type SubmitEvent, useState } from 'react';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

export interface ConfirmDialogProps {
  /** The command that asks; it stays where it is, so that focus comes back to it. */
  readonly command: DialogTriggerProps['children'];
  readonly title: string;
  /** What follows from a yes, line by line. */
  readonly children: ReactNode;
  /** The words of the way back, and of the yes. */
  readonly keep: string;
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly onConfirm: () => void;
  /** It was opened or closed: what was filled in is to be forgotten. */
  readonly onTurn?: () => void;
}

/** A command with the question whether it is meant. The way back comes first. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const turn = (next: boolean) => {
    props.onTurn?.();
    setIsOpen(next);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!props.canConfirm) return;
    turn(false);
    props.onConfirm();
  };
  return (
    <Dialog modalType="alert" open={isOpen} onOpenChange={(_, data) => turn(data.open)}>
      <DialogTrigger disableButtonEnhancement>{props.command}</DialogTrigger>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>{props.children}</DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button type="button">{props.keep}</Button>
              </DialogTrigger>
              <Button type="submit" appearance="primary" disabledFocusable={!props.canConfirm}>
                {props.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
