import { Button } from '@fluentui/react-components';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import type { Cancel } from '#src/model/progress/cancel.ts';
import { cancelText } from '#src/pages/job/cancel-text.ts';
import { cancelling as words } from '#src/strings/progress.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';

export interface CancelCommandProps {
  readonly machine: string;
  readonly cancel: Cancel;
  /** The text on the page that says until when, or why not. */
  readonly reasonId: string;
  readonly onConfirm: () => void;
}

/** The command with the question whether it is meant. */
export function CancelCommand({ machine, cancel, reasonId, onConfirm }: CancelCommandProps) {
  const isTooLate = cancel.kind === 'no';
  return (
    <ConfirmDialog
      command={
        <Button
          appearance="subtle"
          icon={<DismissCircle20Regular />}
          disabledFocusable={isTooLate}
          aria-describedby={reasonId}
        >
          {words.command}
        </Button>
      }
      title={words.question(machine)}
      keep={words.keep}
      confirm={words.confirm}
      canConfirm={!isTooLate}
      onConfirm={onConfirm}
    >
      <span>{words.consequence}</span>
      <span>{cancelText(cancel)}</span>
    </ConfirmDialog>
  );
}
