import type { View } from '#src/wizard/explain/view.ts';
import { Button, Checkbox } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { DraftLink } from '#src/wizard/drafts/DraftLink.tsx';
import { nameOfDraft, openAttemptsOn } from '#src/wizard/draft/drafts.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { isSent } from '#src/wizard/draft/submission.ts';
import { lookForEarlier } from '#src/wizard/submit/follow.ts';

/** Restores that might be running already, and whether the person confirmed one more. */
export interface OpenAttempts {
  readonly others: readonly Draft[];
  readonly isMeant: boolean;
  readonly setMeant: (isMeant: boolean) => void;
  /** Why Restore is closed; null when it is not. */
  readonly reason: string | null;
}

/** What other drafts have asked for the same target, without an outcome that is known. */
export function useOpenAttempts<Reads>(
  { draft, model }: View<Reads>,
  asked: DraftChoices,
): OpenAttempts {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const [isMeant, setMeant] = useState(false);
  const others = openAttemptsOn(draft.id, asked, model.targetOf);
  const reason = others.length > 0 && !isMeant ? wordsFor(draft).sameTarget.waits : null;
  return { others, isMeant, setMeant, reason };
}

/** Says at Review what may run already, before another request is sent. */
export function OpenAttemptNotes({ draft, open }: { draft: Draft; open: OpenAttempts }) {
  return (
    <>
      <EarlierNote draft={draft} />
      {open.others.length > 0 && <SameTargetNote draft={draft} {...open} />}
    </>
  );
}

/** The words for a request depend on what it requests. */
const wordsFor = ({ task }: Pick<Draft, 'task'>) =>
  task === 'recoverFiles' ? submission.script : submission;

function EarlierNote({ draft }: { readonly draft: Draft }) {
  const { id, earlier, submission: sent } = draft;
  if (earlier === undefined || isSent(sent)) return null;
  const { earlier: words } = wordsFor(draft);
  return (
    <Notice
      intent="warning"
      title={words.title(dateTimeText(instant(earlier.sentAt)))}
      actions={<Button onClick={() => lookForEarlier(id)}>{words.search}</Button>}
    >
      {words.body}
    </Notice>
  );
}

function SameTargetNote({
  draft: asking,
  others,
  isMeant,
  setMeant,
}: OpenAttempts & { readonly draft: Draft }) {
  const { sameTarget: words } = wordsFor(asking);
  return (
    <Notice intent="warning" title={words.title}>
      {words.body}{' '}
      {others.map((draft) => (
        <DraftLink key={draft.id} id={draft.id}>
          {words.open(nameOfDraft(draft) ?? draft.id)}
        </DraftLink>
      ))}
      <Checkbox
        checked={isMeant}
        onChange={(_, { checked }) => setMeant(checked === true)}
        label={words.onceMore}
      />
    </Notice>
  );
}
