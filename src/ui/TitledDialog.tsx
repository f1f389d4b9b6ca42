import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type SubmitEvent, useId } from 'react';
import { Modal } from '#src/ui/Modal.tsx';

const useStyles = makeStyles({
  root: {
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

export interface TitledDialogProps {
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
      className={styles.root}
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
