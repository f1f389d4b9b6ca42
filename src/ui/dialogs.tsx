import {
  Button,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { useOpening } from '#src/ui/hooks.ts';

// The page below a modal doesn't scroll.
const useLockedPage = makeStaticStyles({ 'html:has(dialog:modal)': { overflow: 'hidden' } });

const useStyles = makeStyles({
  modal: {
    boxSizing: 'border-box',
    // Dialogs of the browser take the page's own colors and font only when told to.
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow64,
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  titled: {
    width: '100%',
    maxWidth: '600px',
    maxHeight: '100dvh',
    padding: 0,
    borderRadius: tokens.borderRadiusXLarge,
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
});

interface ModalProps {
  /** Its name, or the id of what names it. */
  readonly name: { readonly label: string } | { readonly labelledBy: string };
  /** A question that must be answered: a press beside it doesn't close it. */
  readonly isAlert?: boolean;
  readonly className?: string;
  /** It has closed; the focus is where it was before. */
  readonly onClosed: () => void;
  /** Given what closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A dialog of the browser's own, drawn while it is open: the rest of the page is out of reach, Escape
 * closes it, and the focus goes back to where it was.
 */
export function Modal({ name, isAlert = false, className, onClosed, children }: ModalProps) {
  useLockedPage();
  const styles = useStyles();
  const [{ open, close }] = useState(newDialog);
  return (
    <dialog
      ref={open}
      role={isAlert ? 'alertdialog' : undefined}
      aria-label={'label' in name ? name.label : undefined}
      aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}
      className={mergeClasses(styles.modal, className)}
      // A press beside a question doesn't answer it.
      closedby={isAlert ? 'closerequest' : 'any'}
      onClose={onClosed}
    >
      {children(close)}
    </dialog>
  );
}

/** One opening of a dialog. What draws it again must not open it again, so both functions stay the same. */
function newDialog() {
  let dialog: HTMLDialogElement | null = null;
  return {
    open: (node: HTMLDialogElement | null) => {
      dialog = node;
      if (node?.open === false) node.showModal();
    },
    close: () => dialog?.close(),
  };
}

interface TitledDialogProps {
  readonly title: string;
  readonly isAlert?: boolean;
  readonly children: ReactNode;
  /** Its buttons, given what closes it. */
  readonly renderActions: (close: () => void) => ReactNode;
  /** A submit button was pressed, or Enter in a field. */
  readonly onSubmit?: (close: () => void) => void;
  readonly onClosed: () => void;
}

/** A dialog with a title above and buttons below. It is drawn while it is open. */
export function TitledDialog({ title, isAlert = false, ...props }: TitledDialogProps) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <Modal
      name={{ labelledBy: titleId }}
      isAlert={isAlert}
      className={styles.titled}
      onClosed={props.onClosed}
    >
      {(close) => (
        <form
          className={styles.form}
          onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
            event.preventDefault();
            // The second of two quick presses finds it closed, and is none.
            if (event.currentTarget.matches('[open] > *')) props.onSubmit?.(close);
          }}
        >
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {props.children}
          <div className={styles.actions}>{props.renderActions(close)}</div>
        </form>
      )}
    </Modal>
  );
}

/** What makes a button open a dialog. */
interface OpensDialog {
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'dialog';
}

interface ConfirmDialogProps {
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
