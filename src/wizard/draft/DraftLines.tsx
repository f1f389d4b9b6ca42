import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { wizard } from '#src/strings/wizard.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { DiscardDraft } from '#src/wizard/draft/DiscardDraft.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { draftName, draftStatus, mayRunText } from '#src/wizard/draft/draft-text.ts';
import { openDrafts, unreadableSent } from '#src/wizard/draft/drafts.ts';
import { attemptOf, isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';

const words = wizard.drafts;

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
