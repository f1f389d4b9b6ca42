import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { submission } from '#src/strings/submission.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { focusField } from '#src/ui/dom.ts';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/**
 * The second click of a double click sends nothing: the first may have been on Next, in the same place, or a
 * refusal may have come in between, unread by the person.
 */
function pressOnce(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

interface RestoreButtonProps {
  readonly formId: string;
  readonly label?: string | undefined;
  /** Why Restore cannot be pressed, in words; null when it can. */
  readonly reason: string | null;
  /** How many rules refuse the restore: beside Restore a link leads to them. */
  readonly issues: number;
}

/** Restore, and beside it what stands against it. */
export function RestoreButton({ formId, label, reason, issues }: RestoreButtonProps) {
  const styles = useStyles();
  return (
    <>
      <Button
        appearance="primary"
        // One that keeps the focus while it is disabled would still submit.
        type={reason === null ? 'submit' : 'button'}
        form={formId}
        disabledFocusable={reason !== null}
        onClick={pressOnce}
      >
        {label ?? submission.restore}
      </Button>
      {issues > 0 && (
        <LinkButton onClick={() => focusField(FINDINGS_ID)}>{submission.issues(issues)}</LinkButton>
      )}
      {reason !== null && <span className={styles.why}>{reason}</span>}
    </>
  );
}

interface ReviewFormProps {
  /** The id by which Restore submits it. */
  readonly formId: string;
  readonly onNext: () => void;
}

/** The form of a step that has no fields: what Next or Restore submits. */
export function ReviewForm({ formId, onNext }: ReviewFormProps) {
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    />
  );
}
