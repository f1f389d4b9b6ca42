import { focusField } from '#src/ui/dom.ts';
import {
  type BegunRestore,
  type Draft,
  type DraftChoices,
  isSent,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { heldBackBy, madeGroupsOf, openAttemptsOn } from '#src/wizard/draft/sent.ts';
import { errorWords, FINDINGS_ID, formFindings } from '#src/wizard/explain/findings.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { earlierText } from '#src/wizard/draft/draft-text.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SignInAgain, SignInContext, TryAgain } from '#src/ui/states.tsx';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type MouseEvent, use, useId, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { jobAddress } from '#src/api/arm/address.ts';
import { serviceOf } from '#src/datasources/registry.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { targetsMeet } from '#src/model/lost-restore.ts';
import { withCode } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import type { Rule } from '#src/rules/rule.ts';
import { review } from '#src/strings/review.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import { StepNotes } from '#src/wizard/draft/StepNotes.tsx';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { ReviewHead } from '#src/wizard/review/ReviewHead.tsx';
import { placeNamed } from '#src/wizard/steps/task-steps.ts';
import { StepFolds, StepBody, StepButtons } from '#src/wizard/steps/FieldStep.tsx';
import { lookForEarlier } from '#src/wizard/submit/follow.ts';
import type { Decided } from '#src/wizard/submit/latest-reads.ts';
import type { Need, RestorePress, ReviewParts, ReviewProps, ReviewTab } from '#src/wizard/task.ts';

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
function useOpenAttempts<Reads>(
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
function OpenAttemptNotes({ draft, open }: { draft: Draft; open: OpenAttempts }) {
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

/** The id of the box that starts it nevertheless. */
const ONCE_MORE = 'start-once-more';

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
        id={ONCE_MORE}
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

export type NothingStarted = Extract<Submission, { state: 'refused' | 'notSent' }>;

interface RefusalProps {
  readonly draft: Draft;
  /** Whether something holds Restore back, which says why beside its button. */
  readonly isHeld: boolean;
  /** Sends although the jobs of the vault could not be read. */
  readonly onWithoutJobs: () => void;
}

/** Why the latest press of Restore started nothing; nothing where that is not so. */
function Refusal({ draft, isHeld, onWithoutJobs }: RefusalProps) {
  const sent = draft.submission;
  if (sent.state !== 'refused' && sent.state !== 'notSent') return null;
  const isSignedIn = use(SignInContext)?.isDoneSince(sent.signedOutAt) === true;
  const { title, lines } = refusalWords(sent, draft, isSignedIn);
  const text = lines.join(' ');
  if (isSignedIn) return <Notice title={title}>{text}</Notice>;
  const isUnread = sent.state === 'notSent' && sent.heldBack === 'jobsUnread';
  return (
    <Notice
      intent="error"
      role="alert"
      layout="auto"
      title={title}
      actions={
        isUnread ? (
          <Button disabledFocusable={isHeld} onClick={onWithoutJobs}>
            {submission.withoutJobs}
          </Button>
        ) : sent.isSignedOut === true ? (
          <SignInAgain />
        ) : sent.way === 'token' ? (
          <TryAgain way={sent.way} />
        ) : undefined
      }
    >
      {text}
      {sent.requestId !== null && (
        <div>
          <CopyText label={common.requestId} text={sent.requestId} />
        </div>
      )}
    </Notice>
  );
}

/** Who refused, why, what is there now, and what to do. `isSignedIn`: again, since the sign-in was missing. */
export function refusalWords(
  sent: NothingStarted,
  draft: Draft,
  isSignedIn: boolean,
): { readonly title: string; readonly lines: readonly string[] } {
  if (isSignedIn) {
    return { title: common.signedInAgain, lines: afterwards(draft, submission.signedOut) };
  }
  const words = wordsOf(sent, draft);
  const before = sent.state === 'notSent' && !sent.isPrepared ? submission.notSent.notPrepared : '';
  const lines = [before, reasonIn(sent, draft), ...afterwards(draft, words), ...adviceOn(sent)];
  return { title: words.title, lines: lines.filter((line) => line !== '') };
}

/** Azure's own words, or this page's where it held the request back. */
function reasonIn(sent: NothingStarted, { task }: Draft): string {
  if (sent.state !== 'notSent' || sent.heldBack === undefined)
    return textInSentence(withCode(sent.message, sent.code));
  return task === 'recoverFiles' && sent.heldBack === 'sameTarget'
    ? submission.script.heldBack
    : submission.heldBack[sent.heldBack];
}

/** What to do about a refusal: by its code where that tells more, else by what can be done at all. */
function adviceOn({ code, way }: NothingStarted): string[] {
  const known = Object.entries(submission.refusedByAzure.advice);
  const byCode = known.flatMap(([one, advice]) => (one === code ? [advice] : []));
  return byCode.length > 0 || way === undefined ? byCode : [submission.wayOn[way]];
}

/** What is there now: nothing was started only where no earlier request may have arrived. */
function afterwards(draft: Draft, { body, kept }: ReturnType<typeof wordsOf>): string[] {
  const { stays, mayStay } = submission.groupMade;
  const made = madeGroupsOf(draft).map(({ name, at, isSure }) =>
    (isSure ? stays : mayStay)(name, at === null ? null : dateTimeText(instant(at))),
  );
  const open = earlierText(draft);
  return [...made, ...(open === null ? [body] : [open, kept])];
}

function wordsOf(sent: NothingStarted, { task, choices }: Draft) {
  if (sent.isSignedOut === true) return submission.signedOut;
  const { refusedByAzure, notSent } = task === 'recoverFiles' ? submission.script : submission;
  if (sent.state === 'notSent') return notSent;
  const { title, body, kept } = refusedByAzure;
  return { title: title(serviceOf(datasourceIn(choices))), body, kept };
}

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  needs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 639px)': { '& button': { minHeight: '44px' } },
  },
  need: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/**
 * The second click of a double click sends nothing: the first may have been on Next, in the same place, or a
 * refusal may have come in between, unread by the person.
 */
function pressOnce(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

interface RestoreButtonProps extends Pick<RestorePress, 'reason' | 'needs' | 'label'> {
  readonly formId: string;
  readonly toNeed: (need: Need) => void;
}

/** Restore, and beside it what it still needs. */
export function RestoreButton({ formId, label, reason, needs, toNeed }: RestoreButtonProps) {
  const styles = useStyles();
  const isHeld = reason !== null || needs.some(({ isHolding }) => isHolding);
  const name = label ?? submission.restore;
  const title = review.needs(name);
  return (
    <>
      <Button
        appearance="primary"
        // One that keeps the focus while it is disabled would still submit.
        type={isHeld ? 'button' : 'submit'}
        form={formId}
        disabledFocusable={isHeld}
        onClick={pressOnce}
      >
        {name}
      </Button>
      {needs.length > 0 && (
        <>
          <span aria-hidden className={styles.why}>
            {title}
          </span>
          <ul aria-label={title} className={styles.needs}>
            {needs.map((need) => (
              <li key={need.text} className={styles.need}>
                <StatusIcon tone={need.tone} />
                <LinkButton onClick={() => toNeed(need)}>{need.text}</LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {reason !== null && !needs.some(({ isHolding }) => isHolding) && (
        <span className={styles.why}>{reason}</span>
      )}
    </>
  );
}

/** What Restore needs by rules that refuse it, each with the way to its field. `isHolding`: it can't be selected before. */
export function ruleNeeds<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  isHolding: boolean,
): Need[] {
  const wayTo = wayToRule(view);
  return rules.map((rule) => {
    const place = wayTo(rule);
    return {
      text: place === null ? sayOf(rule) : view.model.fieldLabel(place.field),
      tone: rule.kind === 'require-field' ? 'waiting' : 'failed',
      place: place ?? { id: FINDINGS_ID },
      isHolding,
    };
  });
}

/** What it needs by values that the service rejects. */
function rejectedNeeds<Reads>(view: View<Reads>): Need[] {
  const { errorText } = errorWords(view);
  return view.rejected.map(({ field, code }) => ({
    text: errorText(code),
    tone: 'failed',
    place: placeNamed(view.model.steps, field) ?? { id: FINDINGS_ID },
    isHolding: true,
  }));
}

interface ReviewStepProps<Id extends string, Reads, Seen extends View<Reads>>
  extends ReviewProps<Id, Reads, Seen>, ReviewParts {}

/** The last step: what the latest press came to, everything once more, and the button that restores. */
export function ReviewStep<Id extends string, Reads, Seen extends View<Reads>>({
  task: { chosenText, transitions, planOf, Picture },
  Remarks,
  view,
  here,
  steps,
  goTo,
  press,
  pinned,
  renderPanel,
  renderWayOn,
}: ReviewStepProps<Id, Reads, Seen>) {
  const formId = useId();
  const [tab, setTab] = useState<ReviewTab>('checks');
  const { draft } = view;
  const { id: step } = here;
  const open = useOpenAttempts(view, press.confirmedChoices);
  const { reason, label } = press;
  const ofOpen: readonly Need[] =
    open.reason === null
      ? []
      : [{ text: open.reason, tone: 'warning', place: { id: ONCE_MORE }, isHolding: true }];
  const needs = onceEach([...press.needs, ...rejectedNeeds(view), ...ofOpen]);
  const isHeld = reason !== null || needs.some(({ isHolding }) => isHolding);
  // Enter in a field submits whatever the button is, and a warning may be drawn between a click and its submission.
  const start = (decided: Decided): void => {
    if (!isHeld) press.start({ ...decided, onceMore: open.isMeant });
  };
  const toCheck = (id: string): void => {
    flushSync(() => setTab('checks'));
    focusField(id);
  };
  const toNeed = ({ place }: Need): void => {
    if ('step' in place) goTo(place.step, place.field);
    else toCheck(place.id);
  };
  return (
    <StepBody
      isBare
      step={here}
      steps={steps}
      buttons={
        <StepButtons {...{ step, steps, formId, goTo }} after={null} links={needs.length}>
          <RestoreButton {...{ formId, label, reason, needs, toNeed }} />
        </StepButtons>
      }
    >
      <StepNotes {...{ step, steps, draft, chosenText, transitions }}>
        {Remarks && <Remarks {...{ step, view, goTo }} />}
        <Refusal draft={draft} isHeld={isHeld} onWithoutJobs={() => start({ withoutJobs: true })} />
        {renderWayOn?.(goTo)}
        <OpenAttemptNotes draft={draft} open={open} />
      </StepNotes>
      <ReviewHead
        {...{ view, Picture, steps, pinned, goTo, toCheck }}
        plan={planOf(view)}
        heard={heardAt(view)}
      />
      {renderPanel({
        formId,
        goTo,
        onNext: () => start({}),
        needed: needs.length,
        tabs: { open: tab, setOpen: setTab },
      })}
      <StepFolds step={step} view={view} goTo={goTo} />
    </StepBody>
  );
}

/** What the rules say of the picture. */
const heardAt = <Reads,>(view: View<Reads>) => ({
  findings: formFindings(view),
  wayTo: wayToRule(view),
  fieldLabel: view.model.fieldLabel,
});

/** What is needed, each once: two rules may ask for one field. */
const onceEach = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [need.text, need])).values(),
];
