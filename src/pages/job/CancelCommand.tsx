import { Button } from '@fluentui/react-components';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import type { CancelLine } from '#src/pages/job/cancel-text.ts';
import { canceling as words } from '#src/strings/progress.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';

interface CancelCommandProps {
  readonly machine: string;
  readonly cancel: CancelLine;
  /** The text on the page that says until when, or why not. */
  readonly reasonId: string;
  readonly onConfirm: () => void;
}

/** The command with the question whether it is meant. */
export function CancelCommand({ machine, cancel, reasonId, onConfirm }: CancelCommandProps) {
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button
          {...opens}
          appearance="subtle"
          icon={<DismissCircle20Regular />}
          disabledFocusable={!cancel.isPossible}
          aria-describedby={reasonId}
        >
          {cancel.command ?? words.command}
        </Button>
      )}
      title={words.question(machine)}
      keep={words.keep}
      confirm={cancel.command ?? words.confirm}
      canConfirm={cancel.isPossible}
      onConfirm={onConfirm}
    >
      <span>{words.consequence}</span>
      <span>{cancel.text}</span>
    </ConfirmDialog>
  );
}
