import { Button, type ButtonProps } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { discardDraft } from '#src/wizard/draft/store.ts';

const words = wizard.drafts;

interface DiscardDraftProps extends Pick<ButtonProps, 'size' | 'appearance'> {
  readonly id: string;
  /** What the draft is called, where there are several. */
  readonly name?: string;
  /** What may be running because of it: said before it goes; null: nothing. */
  readonly mayRun: string | null;
  readonly label: string;
}

/** The command that discards a draft; if its restore might be running, it warns first. */
export function DiscardDraft({ id, name, mayRun, label, ...look }: DiscardDraftProps) {
  const title = name === undefined ? label : words.discardOf(name);
  const named = { ...look, 'aria-label': title };
  if (mayRun === null) {
    return (
      <Button {...named} onClick={() => discardDraft(id)}>
        {label}
      </Button>
    );
  }
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button {...named} {...opens}>
          {label}
        </Button>
      )}
      title={title}
      keep={words.keep}
      confirm={words.discard}
      canConfirm
      onConfirm={() => discardDraft(id)}
    >
      <span>{mayRun}</span>
    </ConfirmDialog>
  );
}
