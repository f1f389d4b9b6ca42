import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { TitledDialog } from '#src/ui/TitledDialog.tsx';

/** What makes a button open a dialog. */
export interface OpensDialog {
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'dialog';
}

export interface ConfirmDialogProps {
  /** The command that asks; it stays where it is, so that focus comes back to it. */
  readonly renderCommand: (opens: OpensDialog) => ReactNode;
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
  // Which opening is shown; null: none. The browser says that a dialog has closed a moment later, and a press in
  // between opens it anew.
  const [opening, setOpening] = useState<number | null>(null);
  const open = () => {
    props.onTurn?.();
    setOpening((opening ?? 0) + 1);
  };
  const closed = () => {
    props.onTurn?.();
    setOpening((now) => (now === opening ? null : now));
  };
  return (
    <>
      {props.renderCommand({ onClick: open, 'aria-haspopup': 'dialog' })}
      {opening !== null && (
        <TitledDialog
          key={opening}
          title={props.title}
          isAlert
          onClosed={closed}
          onSubmit={(close) => {
            if (!props.canConfirm) return;
            close();
            props.onConfirm();
          }}
          renderActions={(close) => (
            <>
              <Button type="button" onClick={close}>
                {props.keep}
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={!props.canConfirm}>
                {props.confirm}
              </Button>
            </>
          )}
        >
          {props.children}
        </TitledDialog>
      )}
    </>
  );
}
