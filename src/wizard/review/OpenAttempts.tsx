import { Button, Checkbox } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { targetsMeet } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import {
  type BegunRestore,
  type Draft,
  type DraftChoices,
  isSent,
} from '#src/wizard/draft/schema.ts';
import { heldBackBy, openAttemptsOn } from '#src/wizard/draft/sent.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { lookForEarlier } from '#src/wizard/submit/follow.ts';

/** Restores that might be running already, and whether the person confirmed one more. */
interface OpenAttempts {
  readonly others: readonly Draft[];
  /** Restores in progress that Review had not shown, and that held the latest press back. */
  readonly begun: readonly BegunRestore[];
  readonly isMeant: boolean;
  readonly setMeant: (isMeant: boolean) => void;
  /** Why Restore is closed; null when it is not. */
  readonly reason: string | null;
}

/**
 * What other drafts have asked for the same target, without an outcome that is known, and the restores that held the
 * latest press back. What was meant of some isn't meant of others.
 */
export function useOpenAttempts<Reads>(
  { draft, model, reads }: View<Reads>,
  asked: DraftChoices,
): OpenAttempts {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const [meant, setMeant] = useState<string | null>(null);
  const target = model.targetOf(asked, reads);
  const others = openAttemptsOn(draft.id, asked, model.targetOf, target);
  const begun = targetsMeet(target, draft.target ?? []) ? heldBackBy(draft) : [];
  const all = [...others, ...begun].map(({ id }) => id).join(' ');
  const isMeant = meant === all;
  return {
    others,
    begun,
    isMeant,
    setMeant: (isSelected) => setMeant(isSelected ? all : null),
    reason: isMeant ? null : openReason(draft, others, begun),
  };
}

/** Why Restore is closed by what may have the same target; null: nothing may. */
export function openReason(
  draft: Pick<Draft, 'task'>,
  others: readonly Draft[],
  begun: readonly BegunRestore[],
): string | null {
  if (others.length > 0) return wordsFor(draft).sameTarget.waits;
  return begun.length > 0 ? submission.begunSince.waits : null;
}

/** Says at Review what may run already, before another request is sent. */
export function OpenAttemptNotes({ draft, open }: { draft: Draft; open: OpenAttempts }) {
  return (
    <>
      <EarlierNote draft={draft} />
      {open.others.length + open.begun.length > 0 && <SameTargetNote asking={draft} {...open} />}
    </>
  );
}

/** The words for a request depend on what it requests. */
const wordsFor = ({ task }: Pick<Draft, 'task'>) =>
  task === 'recoverFiles' ? submission.script : submission;

interface NoteWords {
  readonly title: string;
  readonly body: string;
}

function EarlierNote({ draft }: { readonly draft: Draft }) {
  const words = earlierWords(draft);
  if (words === null) return null;
  const { search } = wordsFor(draft).earlier;
  return (
    <Notice
      intent="warning"
      title={words.title}
      actions={<Button onClick={() => lookForEarlier(draft.id)}>{search}</Button>}
    >
      {words.body}
    </Notice>
  );
}

/** What an earlier request of a draft may have done; null: none is open. */
export function earlierWords(
  draft: Pick<Draft, 'task' | 'earlier' | 'submission'>,
): NoteWords | null {
  const { earlier, submission: sent } = draft;
  if (earlier === undefined || isSent(sent)) return null;
  const { title, body } = wordsFor(draft).earlier;
  return {
    title: title(dateTimeText(instant(earlier.sentAt))),
    body: body(earlier.notOurs?.length ?? 0),
  };
}

interface SameTargetProps extends OpenAttempts {
  readonly asking: Draft;
}

function SameTargetNote({ asking, others, begun, isMeant, setMeant }: SameTargetProps) {
  const { sameTarget: words } = wordsFor(asking);
  const { title, body } = sameTargetWords(asking, others);
  return (
    <Notice intent="warning" title={title}>
      {body}{' '}
      {begun.map(({ id, machine, since }) => (
        <RouterLink key={id} to="/jobs/$jobId" params={{ jobId: jobAddress(resourceId(id)) }}>
          {submission.begunSince.job(machine, since === null ? null : dateTimeText(instant(since)))}
        </RouterLink>
      ))}
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

/** The words for restores that may have the same target: other drafts come before those that started since. */
export const sameTargetWords = (asking: Pick<Draft, 'task'>, others: readonly Draft[]): NoteWords =>
  others.length > 0 ? wordsFor(asking).sameTarget : submission.begunSince;
