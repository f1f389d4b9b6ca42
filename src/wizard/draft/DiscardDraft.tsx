import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { discardDraft } from '#src/wizard/draft/store.ts';

const words = wizard.drafts;

interface DiscardDraftProps extends Pick<ButtonProps, 'size' | 'appearance' | 'icon'> {
  readonly id: string;
  /** What the draft is called, where there are several. */
  readonly name?: string;
  /** What may be running because of it: said before it goes; null: nothing. */
  readonly mayRun: string | null;
  readonly label: string;
  /** Leaves the page of the draft, which is gone then; left out: one is elsewhere. */
  readonly leave?: () => Promise<void>;
  /** What the command shows; left out: its label. */
  readonly children?: ReactNode;
}

/** The command that discards a draft; on the draft's own page, or if its restore might be running, it asks first. */
export function DiscardDraft(props: DiscardDraftProps) {
  const { id, name, mayRun, label, leave, children = label, ...look } = props;
  const title = name === undefined ? label : words.discardOf(name);
  const named = { ...look, 'aria-label': title };
  if (mayRun === null && leave === undefined) {
    return (
      <Button {...named} onClick={() => discardDraft(id)}>
        {children}
      </Button>
    );
  }
  // The page of the draft is left first: it would say that there is none.
  const discard = async (): Promise<void> => {
    await leave?.();
    discardDraft(id);
  };
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button {...named} {...opens}>
          {children}
        </Button>
      )}
      title={title}
      keep={words.keep}
      confirm={words.discard}
      canConfirm
      onConfirm={() => void discard()}
    >
      <span>{mayRun ?? words.discardAsk}</span>
    </ConfirmDialog>
  );
}
