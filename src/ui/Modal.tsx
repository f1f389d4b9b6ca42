import { makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

// The page below a modal doesn't scroll.
const useLockedPage = makeStaticStyles({ 'html:has(dialog:modal)': { overflow: 'hidden' } });

const useStyles = makeStyles({
  root: {
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
});

export interface ModalProps {
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
      className={mergeClasses(styles.root, className)}
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
