import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { Button, type ButtonProps, makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { wizard } from '#src/strings/wizard.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { draftName, draftStatus, mayRunText } from '#src/wizard/draft/draft-text.ts';
import { openDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import { attemptOf, isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { discardDraft, draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';

const words = wizard.drafts;

export interface DiscardDraftProps extends Pick<ButtonProps, 'size' | 'appearance'> {
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

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
  },
  second: { color: tokens.colorNeutralForeground2 },
});

/** The drafts in progress that have no job yet, each with a link to it. */
export function DraftLines() {
  const styles = useStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  const drafts = openDrafts();
  const unreadable = unreadableSent();
  if (drafts.length === 0 && unreadable.length === 0) return null;
  return (
    <section>
      <div className={styles.line}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <RouterLink to="/drafts">{words.all}</RouterLink>
      </div>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id} className={styles.line}>
            <DraftLink id={draft.id}>{draftName(draft)}</DraftLink>
            <span className={styles.second}>{draftStatus(draft)}</span>
            {!isSent(draft.submission) && (
              <DiscardDraft
                id={draft.id}
                name={draftName(draft)}
                mayRun={draft.earlier === undefined ? null : mayRunText(draft)}
                label={words.discard}
                size="small"
                appearance="subtle"
              />
            )}
          </li>
        ))}
        {unreadable.map(({ id, submission }) => (
          <li key={id} className={styles.line}>
            <DraftLink id={id}>{words.ofOtherVersion}</DraftLink>
            <span className={styles.second}>{whenPressed(submission)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whenPressed(submission: Submission): string {
  const at = attemptOf(submission)?.sentAt;
  return at === undefined ? '' : words.pressedAt(dateTimeText(instant(at)));
}
