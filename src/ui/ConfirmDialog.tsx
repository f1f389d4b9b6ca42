import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TitledDialog } from '#src/ui/TitledDialog.tsx';
import { useOpening } from '#src/ui/use-opening.ts';

/** What makes a button open a dialog. */
export interface OpensDialog {
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'dialog';
}

export interface ConfirmDialogProps {
  /** The command that opens the dialog; it stays in place, so that focus returns to it. */
  readonly renderCommand: (opens: OpensDialog) => ReactNode;
  readonly title: string;
  /** The consequences of confirming, line by line. */
  readonly children: ReactNode;
  /** The labels of the button that cancels and of the one that confirms. */
  readonly keep: string;
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly onConfirm: () => void;
  /** Called on opening and closing, to clear the inputs. */
  readonly onTurn?: () => void;
}

/** A command with a confirmation. The button that cancels comes first. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opening, open, close: forget } = useOpening<null>();
  const ask = () => {
    props.onTurn?.();
    open(null);
  };
  const closed = () => {
    props.onTurn?.();
    forget();
  };
  return (
    <>
      {props.renderCommand({ onClick: ask, 'aria-haspopup': 'dialog' })}
      {opening !== null && (
        <TitledDialog
          key={opening.key}
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
